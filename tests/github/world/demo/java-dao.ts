import { type DemoComponent, type Field, lowerFirst, placesOf, snake, upperFirst } from './component.ts'
import { javaFile } from './java-source.ts'

export function tableOf(c: DemoComponent): string {
  return `${placesOf(c).table}_${snake(c.entity)}`
}

export function columnOf(field: Field): string {
  return snake(field.name)
}

const setters: Record<Field['type'], string> = { String: 'setString', int: 'setInt', boolean: 'setBoolean' }
const getters: Record<Field['type'], string> = { String: 'getString', int: 'getInt', boolean: 'getBoolean' }

function getterOf(variable: string, field: Field): string {
  return `${variable}.${field.type === 'boolean' ? 'is' : 'get'}${upperFirst(field.name)}( )`
}

export interface DaoTwist {
  /** Leave the interface undeclared. */
  readonly isBare?: boolean
  readonly selectsAll?: boolean
}

/** The one place with SQL. */
export function daoFile(c: DemoComponent, twist: DaoTwist = {}): string {
  const e = c.entity
  const v = lowerFirst(e)
  const table = tableOf(c)
  const id = `id_${snake(e)}`
  const columns = c.fields.map(columnOf)
  const list = twist.selectsAll ? '*' : [id, ...columns].join(', ')
  const bind = c.fields
    .map((f, i) => `            daoUtil.${setters[f.type]}( ${i + 1}, ${getterOf(v, f)} );\n`)
    .join('')
  const read = c.fields
    .map((f, i) => `        ${v}.set${upperFirst(f.name)}( daoUtil.${getters[f.type]}( ${i + 2} ) );\n`)
    .join('')
  const scope = c.line === 'v8' ? '@ApplicationScoped\n' : ''
  return javaFile(c, 'business', {
    imports: [
      'fr.paris.lutece.portal.service.plugin.Plugin',
      'fr.paris.lutece.util.sql.DAOUtil',
      'java.util.ArrayList',
      'java.util.List',
      ...(c.line === 'v8' ? ['jakarta.enterprise.context.ApplicationScoped'] : []),
    ],
    body: `/**
 * Reads and writes ${e} objects.
 */
${scope}public class ${e}DAO${twist.isBare ? '' : ` implements I${e}DAO`}
{
    private static final String SQL_QUERY_SELECT = "SELECT ${list} FROM ${table} WHERE ${id} = ?";
    private static final String SQL_QUERY_SELECTALL = "SELECT ${[id, ...columns].join(', ')} FROM ${table}";
    private static final String SQL_QUERY_INSERT = "INSERT INTO ${table} ( ${columns.join(', ')} ) VALUES ( ${columns.map(() => '?').join(', ')} )";
    private static final String SQL_QUERY_UPDATE = "UPDATE ${table} SET ${columns.map((n) => `${n} = ?`).join(', ')} WHERE ${id} = ?";
    private static final String SQL_QUERY_DELETE = "DELETE FROM ${table} WHERE ${id} = ?";

    @Override
    public void insert( ${e} ${v}, Plugin plugin )
    {
        try ( DAOUtil daoUtil = new DAOUtil( SQL_QUERY_INSERT, plugin ) )
        {
${bind}            daoUtil.executeUpdate( );
        }
    }

    @Override
    public void store( ${e} ${v}, Plugin plugin )
    {
        try ( DAOUtil daoUtil = new DAOUtil( SQL_QUERY_UPDATE, plugin ) )
        {
${bind}            daoUtil.setInt( ${c.fields.length + 1}, ${v}.getId( ) );
            daoUtil.executeUpdate( );
        }
    }

    @Override
    public void delete( int nId, Plugin plugin )
    {
        try ( DAOUtil daoUtil = new DAOUtil( SQL_QUERY_DELETE, plugin ) )
        {
            daoUtil.setInt( 1, nId );
            daoUtil.executeUpdate( );
        }
    }

    @Override
    public ${e} load( int nId, Plugin plugin )
    {
        try ( DAOUtil daoUtil = new DAOUtil( SQL_QUERY_SELECT, plugin ) )
        {
            daoUtil.setInt( 1, nId );
            daoUtil.executeQuery( );
            return daoUtil.next( ) ? dataToObject( daoUtil ) : null;
        }
    }

    @Override
    public List<${e}> selectAll( Plugin plugin )
    {
        List<${e}> list${e}s = new ArrayList<>( );
        try ( DAOUtil daoUtil = new DAOUtil( SQL_QUERY_SELECTALL, plugin ) )
        {
            daoUtil.executeQuery( );
            while ( daoUtil.next( ) )
            {
                list${e}s.add( dataToObject( daoUtil ) );
            }
        }
        return list${e}s;
    }

    private ${e} dataToObject( DAOUtil daoUtil )
    {
        ${e} ${v} = new ${e}( );
        ${v}.setId( daoUtil.getInt( 1 ) );
${read}        return ${v};
    }
}
`.replaceAll(twist.isBare ? '    @Override\n' : '\0', ''),
  })
}
