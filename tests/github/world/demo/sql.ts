import { type DemoComponent, placesOf, snake } from './component.ts'
import { rightOf } from './descriptor.ts'
import { columnOf, tableOf } from './java-dao.ts'

const types = {
  String: "VARCHAR(255) DEFAULT '' NOT NULL",
  int: 'INT DEFAULT 0 NOT NULL',
  boolean: 'SMALLINT DEFAULT 0 NOT NULL',
}

/** A script with the header that the migration tool wants, and its own name as the id of its changeset. */
export function script(c: DemoComponent, path: string, body: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return `--liquibase formatted sql
--changeset ${c.short}:${name}
--preconditions onFail:MARK_RAN onError:WARN
${body}`
}

/** The step from the minor version before to the last one; nothing for a component that never had two. */
export function upgradeSteps(c: DemoComponent): readonly (readonly [from: string, to: string])[] {
  const [major = 0, minor = 0] = c.version.split('.').map(Number)
  return Array.from({ length: Math.min(minor, 2) }, (_, i) => minor - Math.min(minor, 2) + i).map((m) => [
    `${major}.${m}.0`,
    `${major}.${m + 1}.0`,
  ])
}

export function sqlFiles(c: DemoComponent): Record<string, string> {
  const { sql, table, keys, web } = placesOf(c)
  const name = tableOf(c)
  const files: Record<string, string> = {}
  const add = (path: string, body: string) => {
    files[path] = script(c, path, body)
  }
  add(
    `${sql}/plugin/create_db_${table}.sql`,
    `DROP TABLE IF EXISTS ${name};
CREATE TABLE ${name} (
    id_${snake(c.entity)} INT AUTO_INCREMENT,
${c.fields.map((f) => `    ${columnOf(f)} ${types[f.type]},\n`).join('')}    PRIMARY KEY (id_${snake(c.entity)})
);
`,
  )
  add(
    `${sql}/core/init_core_${table}.sql`,
    `DELETE FROM core_admin_right WHERE id_right = '${rightOf(c)}';
INSERT INTO core_admin_right (id_right, name, level_right, admin_url, description, is_updatable, plugin_name, id_feature_group)
VALUES ('${rightOf(c)}', '${keys}.adminFeature.manage${c.entity}s.name', 1, 'jsp/admin/${web}/Manage${c.entity}s.jsp', '${keys}.adminFeature.manage${c.entity}s.description', 0, '${c.short}', 'APPLICATIONS');
`,
  )
  const last = c.fields.at(-1)
  for (const [from, to] of upgradeSteps(c)) {
    const body =
      last && to.endsWith(`.${c.version.split('.')[1]}.0`)
        ? `ALTER TABLE ${name} ADD COLUMN ${columnOf(last)} ${types[last.type]};\n`
        : `CREATE INDEX ${table}_title_${to.replaceAll('.', '_')} ON ${name} (title);\n`
    add(`${sql}/upgrade/update_db_${table}-${from}-${to}.sql`, body)
  }
  return files
}
