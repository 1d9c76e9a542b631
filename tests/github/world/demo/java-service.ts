import { type DemoComponent, lowerFirst, placesOf } from './component.ts'
import { javaFile } from './java-source.ts'

export interface ServiceTwist {
  readonly printsToConsole?: boolean
  readonly usesJavax?: boolean
}

/** What the rest of the component asks. */
export function serviceFile(c: DemoComponent, twist: ServiceTwist = {}): string {
  const e = c.entity
  const v = lowerFirst(e)
  const base = placesOf(c).package
  const isCdi = c.line === 'v8'
  return javaFile(c, 'service', {
    imports: [
      `${base}.business.${e}`,
      `${base}.business.${e}Home`,
      'fr.paris.lutece.portal.service.util.AppLogService',
      'java.util.List',
      'java.util.stream.Collectors',
      ...(isCdi ? ['jakarta.enterprise.context.ApplicationScoped'] : []),
      ...(twist.usesJavax ? ['javax.inject.Inject'] : []),
    ],
    body: `/**
 * Rules about ${c.thing[1]} objects that pages and tasks share.
 */
${isCdi ? '@ApplicationScoped\n' : ''}public class ${e}Service
{
    private static final int TITLE_MAX_LENGTH = 255;

${twist.usesJavax ? '    @Inject\n    private transient Object _audit;\n\n' : ''}    public List<${e}> search( String strWords )
    {
        return ${e}Home.findAll( ).stream( ).filter( ${v} -> ${v}.getTitle( ).contains( strWords ) ).collect( Collectors.toList( ) );
    }

    public boolean isTitleValid( String strTitle )
    {
        boolean bValid = strTitle != null && !strTitle.isBlank( ) && strTitle.length( ) <= TITLE_MAX_LENGTH;
        if ( !bValid )
        {
            ${twist.printsToConsole ? `System.out.println( "Title refused for ${v}" );` : `AppLogService.info( "Title refused for ${v}" );`}
        }
        return bValid;
    }
}
`,
  })
}

/** A library's one service: plain Java, no bean, no page. */
export function librarySource(c: DemoComponent): Record<string, string> {
  const e = c.entity
  const base = placesOf(c)
  return {
    [`${base.java}/service/I${e}Service.java`]: javaFile(c, 'service', {
      imports: [`${base.package}.business.${e}`, 'java.util.List'],
      body: `/**
 * Works on lists of ${e}.
 */
public interface I${e}Service
{
    List<${e}> sortByTitle( List<${e}> list${e}s );
}
`,
    }),
    [`${base.java}/service/${e}Service.java`]: javaFile(c, 'service', {
      imports: [`${base.package}.business.${e}`, 'java.util.ArrayList', 'java.util.Comparator', 'java.util.List'],
      body: `/**
 * Plain implementation, without state.
 */
public class ${e}Service implements I${e}Service
{
    @Override
    public List<${e}> sortByTitle( List<${e}> list${e}s )
    {
        List<${e}> listSorted = new ArrayList<>( list${e}s );
        listSorted.sort( Comparator.comparing( ${e}::getTitle ) );
        return listSorted;
    }
}
`,
    }),
  }
}
