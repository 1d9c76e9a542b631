import { type DemoComponent, lowerFirst, placesOf } from './component.ts'
import { javaFile } from './java-source.ts'

/** A test of the business object, in the form of the component's generation. */
export function testFiles(c: DemoComponent): Record<string, string> {
  const folder = `${placesOf(c).java.replace('src/java', 'src/test/java')}/business`
  const isHome = c.kind === 'plugin' || c.kind === 'module'
  const name = isHome ? `${c.entity}HomeTest` : `${c.entity}Test`
  const v = lowerFirst(c.entity)
  const act = isHome ? `        ${c.entity}Home.create( ${v} );\n` : ''
  const imports = isHome
    ? ['fr.paris.lutece.test.LuteceTestCase', ...(c.line === 'v8' ? ['org.junit.jupiter.api.Test'] : [])]
    : c.line === 'v8'
      ? ['org.junit.jupiter.api.Assertions', 'org.junit.jupiter.api.Test']
      : ['junit.framework.TestCase']
  const parent = isHome ? ' extends LuteceTestCase' : c.line === 'v8' ? '' : ' extends TestCase'
  const assertion = parent === '' ? 'Assertions.assertEquals' : 'assertEquals'
  return {
    [`${folder}/${name}.java`]: javaFile(c, 'business', {
      imports,
      body: `/**
 * Tests of ${c.entity}.
 */
public class ${name}${parent}
{
${c.line === 'v8' ? '    @Test\n' : ''}    public void testTitleIsKept( )
    {
        ${c.entity} ${v} = new ${c.entity}( );
        ${v}.setTitle( "Ardoise" );
${act}        ${assertion}( "Ardoise", ${v}.getTitle( ) );
    }
}
`,
    }),
  }
}
