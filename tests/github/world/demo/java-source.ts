import { type DemoComponent, type Field, lowerFirst, placesOf, upperFirst } from './component.ts'
import { javaHeader } from './licence-text.ts'

/** Year in the headers: that of the last release, which stable components reached earlier. */
function headerYear(c: DemoComponent): number {
  if (c.standing === 'archived' || c.standing === 'dormant') return 2023
  return c.standing === 'stable' ? 2024 : 2026
}

/** A Java file: header, package, imports in order, body. */
export function javaFile(c: DemoComponent, layer: string, given: { imports: readonly string[]; body: string }): string {
  const imports = [...given.imports].sort().map((i) => `import ${i};\n`)
  const block = imports.length > 0 ? `\n${imports.join('')}` : ''
  const pkg = `${placesOf(c).package}${layer === '' ? '' : `.${layer}`}`
  return `${javaHeader(headerYear(c))}package ${pkg};\n${block}\n${given.body}`
}

const hungarian: Record<Field['type'], string> = { String: '_str', int: '_n', boolean: '_b' }

function member(field: Field): string {
  return `${hungarian[field.type]}${upperFirst(field.name)}`
}

function accessors(field: Field): string {
  const name = upperFirst(field.name)
  const argument = member(field).slice(1)
  return `
    public ${field.type} ${field.type === 'boolean' ? 'is' : 'get'}${name}( )
    {
        return ${member(field)};
    }

    public void set${name}( ${field.type} ${argument} )
    {
        ${member(field)} = ${argument};
    }
`
}

const idField: Field = { name: 'id', type: 'int', label: ['Identifiant', 'Id'] }

/** Libraries and the core's own object do without the validation of forms. */
const isPlain = (c: DemoComponent) => c.kind === 'library' || c.kind === 'core'

/** The business object. */
export function entityFile(c: DemoComponent): string {
  const fields = [idField, ...c.fields]
  const validation =
    c.line === 'v8' ? 'jakarta.validation.constraints.NotEmpty' : 'javax.validation.constraints.NotEmpty'
  const { keys } = placesOf(c)
  const members = fields
    .map((f) => {
      const rule = f.name === 'title' ? `    @NotEmpty( message = "#i18n{${keys}.validation.title.notEmpty}" )\n` : ''
      return `${rule}    private ${f.type} ${member(f)};\n`
    })
    .join('')
  return javaFile(c, 'business', {
    imports: ['java.io.Serializable', ...(isPlain(c) ? [] : [validation])],
    body: `/**
 * Business object ${c.entity}: ${c.thing[1]}.
 */
public class ${c.entity} implements Serializable
{
    private static final long serialVersionUID = 1L;

${isPlain(c) ? members.replaceAll(/ {4}@NotEmpty[^\n]*\n/g, '') : members}${fields.map(accessors).join('')}}
`,
  })
}

/** What reaches the data layer. */
export function daoInterfaceFile(c: DemoComponent): string {
  const e = c.entity
  const v = lowerFirst(e)
  return javaFile(c, 'business', {
    imports: ['fr.paris.lutece.portal.service.plugin.Plugin', 'java.util.List'],
    body: `/**
 * Data access for ${e}.
 */
public interface I${e}DAO
{
    void insert( ${e} ${v}, Plugin plugin );

    void store( ${e} ${v}, Plugin plugin );

    void delete( int nId, Plugin plugin );

    ${e} load( int nId, Plugin plugin );

    List<${e}> selectAll( Plugin plugin );
}
`,
  })
}

/** Static door to the data layer. */
export function homeFile(c: DemoComponent): string {
  const e = c.entity
  const v = lowerFirst(e)
  const found =
    c.line === 'v8'
      ? `CDI.current( ).select( I${e}DAO.class ).get( )`
      : `SpringContextService.getBean( "${c.short}.${v}DAO" )`
  return javaFile(c, 'business', {
    imports: [
      'fr.paris.lutece.portal.service.plugin.Plugin',
      'fr.paris.lutece.portal.service.plugin.PluginService',
      'java.util.List',
      c.line === 'v8'
        ? 'jakarta.enterprise.inject.spi.CDI'
        : 'fr.paris.lutece.portal.service.spring.SpringContextService',
    ],
    body: `/**
 * Static access to ${e} objects.
 */
public final class ${e}Home
{
    private static I${e}DAO _dao = ${found};
    private static Plugin _plugin = PluginService.getPlugin( "${c.short}" );

    private ${e}Home( )
    {
    }

    public static ${e} create( ${e} ${v} )
    {
        _dao.insert( ${v}, _plugin );
        return ${v};
    }

    public static void update( ${e} ${v} )
    {
        _dao.store( ${v}, _plugin );
    }

    public static void remove( int nId )
    {
        _dao.delete( nId, _plugin );
    }

    public static ${e} findByPrimaryKey( int nId )
    {
        return _dao.load( nId, _plugin );
    }

    public static List<${e}> findAll( )
    {
        return _dao.selectAll( _plugin );
    }
}
`,
  })
}
