import { BUNDLE, type Files, PACKAGE, plugin } from '../policies/component.ts'

/** Things that a clock keeper administers; each has its classes, its pages and its table. */
const THINGS = 40
const LANGUAGES = ['', '_fr', '_ar', '_cs', '_da', '_de', '_es', '_it', '_nl', '_pl', '_pt', '_ro', '_sv']
const KEYS = 900
const LAYERS = [
  ['business', 'Thing'],
  ['business', 'IThingDAO'],
  ['business', 'ThingDAO'],
  ['business', 'ThingHome'],
  ['service', 'ThingService'],
  ['service', 'ThingEvent'],
  ['web', 'ThingJspBean'],
  ['web', 'ThingXPage'],
  ['rs', 'ThingRest'],
  ['util', 'ThingComparator'],
] as const

/**
 * A plugin as large as the largest real ones, about 800 files and 4 MB, in the same proportions: half of it Java, a third
 * templates, then SQL, pages, scripts, images and texts in thirteen languages. The same bytes every time.
 */
export function largePlugin(): Files {
  const things = Array.from({ length: THINGS }, (_, index) => `Gear${index}`)
  return plugin({
    ...Object.assign({}, ...things.map(filesOfThing)),
    ...Object.fromEntries(LANGUAGES.map((language) => [`${BUNDLE}${language}.properties`, texts(language)])),
    ...many(50, (index) => [`webapp/images/plugins/clock/gear-${index}.png`, `\u0000${'~'.repeat(1500 + index * 20)}`]),
    ...many(18, (index) => [`webapp/js/plugins/clock/gear-${index}.js`, 'let teeth = 12;\n'.repeat(400)]),
    ...many(8, (index) => [`webapp/css/plugins/clock/gear-${index}.css`, '.gear { margin: 0; }\n'.repeat(150)]),
    ...many(12, (index) => [`${SQL}/upgrade/update_db_clock-1.${index}.0-1.${index + 1}.0.sql`, table(`old_${index}`)]),
  })
}

const SQL = 'src/sql/plugins/clock'
const SOURCES = `src/java/${PACKAGE.replaceAll('.', '/')}`
const TEMPLATES = 'webapp/WEB-INF/templates/admin/plugins/clock'

function many(count: number, file: (index: number) => readonly [string, string]): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => file(index)))
}

function filesOfThing(thing: string): Files {
  const classes = LAYERS.map(([layer, name]) => [layer, name.replace('Thing', thing)] as const)
  return {
    ...Object.fromEntries(classes.map(([layer, name]) => [`${SOURCES}/${layer}/${name}.java`, javaClass(layer, name)])),
    ...many(6, (index) => [`${TEMPLATES}/${thing.toLowerCase()}_${index}.html`, template(thing)]),
    [`webapp/jsp/admin/plugins/clock/Manage${thing}.jsp`]: `<%@ page errorPage="../../ErrorPage.jsp" %>\n\${ bean.init() }\n`,
    [`${SQL}/core/init_${thing.toLowerCase()}.sql`]: table(thing.toLowerCase()),
  }
}

const HEADER = ['', 'Copyright (c) 2002-2026, City of Example', 'All rights reserved.', '']
  .concat(Array.from({ length: 26 }, (_, line) => `${line + 1}. Redistribution in any form keeps this notice whole.`))
  .concat('', 'License 1.0')
  .map((line) => ` * ${line}`.trimEnd())

function javaClass(layer: string, name: string): string {
  const imports = [
    'java.util.List',
    'java.util.Optional',
    `${PACKAGE}.business.Gear0`,
    `${PACKAGE}.service.Gear1Service`,
  ]
  const methods = Array.from({ length: 12 }, (_, index) => method(index))
  return [
    ...['/*', ...HEADER, ' */', `package ${PACKAGE}.${layer};`, ''],
    ...imports.map((imported) => `import ${imported};`),
    ...['', '/**', ` * ${name}: one of many.`, ' */', `public class ${name}`, '{'],
    ...['    private static final String MARK = "{ \\" // not a comment";', ...methods, '}', ''],
  ].join('\n')
}

function method(index: number): string {
  return `
    /**
     * Turns the gear by some teeth and says where it stands then.
     *
     * @param nTeeth The number of teeth
     * @return The position, from 0
     */
    @Deprecated( since = "1.${index}" )
    public int turn${index}( int nTeeth, List<Optional<String>> listMarks )
    {
        int nPosition = nTeeth % 12; // a full turn is none
        for ( Optional<String> mark : listMarks )
        {
            if ( mark.isPresent( ) && nPosition > ${index} )
            {
                nPosition = Math.max( nPosition - 1, 0 );
            }
        }
        return nPosition;
    }`
}

function texts(language: string): string {
  // No translation is whole.
  const keys = Array.from({ length: language === '' ? KEYS : KEYS - 70 }, (_, index) => index)
  return keys
    .map((key) => `gear.page${key % 40}.label${key}=Gear ${key}, le pignon n\\u00b0${key}${language}\n`)
    .join('')
}

function template(thing: string): string {
  const row = `<@tr><@td>\${${thing}.name!}</@td><@td><a href="jsp/admin/Manage${thing}.jsp?view=modify">#i18n{clock.modify}</a></@td></@tr>\n`
  return `<@pageContainer>\n${row.repeat(25)}</@pageContainer>\n`
}

function table(name: string): string {
  const columns = Array.from({ length: 20 }, (_, index) => `  column_${index} VARCHAR(255) DEFAULT '' NOT NULL,\n`)
  return `-- liquibase formatted sql\n-- changeset clock:${name}.sql\nCREATE TABLE clock_${name} (\n${columns.join('')}  id INT\n);\n`
}
