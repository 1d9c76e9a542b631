/**
 * Programs that sign commits and open change requests like people do. Patterns stand for the whole text, in any case,
 * with `*` for any run of characters. A person whose login happens to match belongs under `exclude`, which wins.
 */
export interface BotPatterns {
  /** Logins of accounts, and names that commits are signed with. */
  readonly names: readonly string[]
  /** Mail addresses. */
  readonly addresses: readonly string[]
  /** Names and addresses of people that one of the patterns would take for a program. */
  readonly exclude: readonly string[]
}

export const botPatterns: BotPatterns = {
  names: [
    // The host's own mark of an application.
    '*[bot]',
    'copilot',
    'dependabot*',
    'renovate',
    'renovate-bot',
    'renovate bot',
    'greenkeeper*',
    'snyk-bot',
    'imgbot',
    'allcontributors',
    'pre-commit-ci*',
    'mergify',
    'github-action*',
    'github action*',
    'githubaction*',
    'web-flow',
    'codecov-*',
    'coveralls',
    'travis ci',
    'travis-ci',
    'semantic-release-bot',
    'sonarcloud',
    'gitlab-bot',
    'jenkins',
    'jenkins-*',
    '*-jenkins',
    'hudson',
    'buildbot',
    // Translation platforms, which commit in the name of many.
    'crowdin',
    'crowdin-bot',
    'crowdin bot',
    'weblate',
    'weblate (bot)',
    'hosted weblate',
    'transifex-*',
    'k8s-ci-robot',
    '*-ci-bot',
  ],
  addresses: [
    // A host signs with it what was done on its pages; no person reads it.
    'noreply@*',
    'no-reply@*',
    '*[bot]@*',
    'bot@renovateapp.com',
    'support+crowdin@*',
    'hosted@weblate.org',
    'noreply-*@weblate.org',
    'jenkins@*',
    'hudson@*',
  ],
  exclude: [],
}

/** How the first line of a commit begins that a release tool made: no work of anybody, and up to half of a history. */
export const releaseToolPrefixes: readonly string[] = [
  '[maven-release-plugin]',
  '[site-release]',
  '[maven-release-manager]',
  '[gradle release plugin]',
  '[jgitflow]',
]
