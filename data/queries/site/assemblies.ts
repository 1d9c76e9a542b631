import { defineQuery } from '../query.ts'

export const siteAssemblies = defineQuery({
  id: 'site/assemblies',
  title: 'Assemblies with the repository they live in',
  of: 'export',
  params: {},
  row: {
    id: 'text',
    repository: 'text',
    path: 'text',
    profile: 'text?',
    name: 'text',
    title: 'text?',
    kind: 'text',
    version: 'text?',
    parts_direct: 'integer',
    parts_all: 'integer',
    description: 'text?',
    url: 'text?',
    state: 'text',
    latest_release_tag: 'text?',
    latest_release_at: 'text?',
    tree_coverage: 'text',
  },
  sql: `
    SELECT a.id, a.repository, a.path, a.profile, a.name, a.title, a.kind, a.version, a.parts_direct, a.parts_all,
      COALESCE(r.description, s.description) AS description, r.url, COALESCE(s.state, r.state) AS state,
      COALESCE(s.release_version, r.latest_release_tag) AS latest_release_tag,
      CASE WHEN s.release_version IS NULL THEN r.latest_release_at ELSE s.released_at END AS latest_release_at,
      r.tree_coverage
    FROM assembly a
    JOIN repository r ON r.repository = a.repository
    LEFT JOIN component_standing s ON s.repository = a.repository AND s.path = a.path
    ORDER BY lower(COALESCE(a.title, a.name)), a.id`,
})

export const siteAssemblyParts = defineQuery({
  id: 'site/assembly-parts',
  title: 'Parts of every assembly, those that it names first',
  of: 'export',
  params: {},
  row: {
    assembly: 'text',
    artifact: 'text',
    repository: 'text?',
    path: 'text?',
    version: 'text?',
    is_direct: 'integer',
    published_at: 'text?',
    latest_version: 'text?',
    behind: 'integer?',
  },
  sql: `
    SELECT p.assembly, p.artifact, p.repository, p.path, p.version, p.is_direct, p.published_at, p.latest_version,
      p.behind
    FROM assembly_part p
    ORDER BY p.assembly, p.is_direct DESC, p.artifact`,
})

export const siteTrials = defineQuery({
  id: 'site/assembly-trials',
  title: 'Starts of every assembly that somebody saw, the last one first',
  of: 'export',
  params: {},
  row: {
    assembly: 'text',
    date: 'text',
    result: 'text',
    revision: 'text?',
    command: 'text?',
    requires: 'text?',
    contact: 'text?',
  },
  sql: `
    SELECT t.assembly, t.date, t.result, t.revision, t.command, t.requires, t.contact
    FROM assembly_trial t
    ORDER BY t.assembly, t.position`,
})
