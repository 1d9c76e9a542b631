import type { Cases } from './case.ts'

const PATH = '.github/workflows/build.yml'
const workflow = (on: string, ...step: readonly string[]) => ({
  [PATH]: `on: ${on}\njobs:\n  build:\n    steps:\n      - ${step.join('\n        ')}\n`,
})
const expression = (value: string) => `\${{ ${value} }}`
const checkout = (on: string, ref: string) =>
  workflow(on, 'uses: actions/checkout@v4', 'with:', `  ref: ${expression(ref)}`)
const HEAD = 'github.event.pull_request.head.sha'
const NONE = { name: 'no workflow', files: { a: 'b' }, expect: 'not-applicable' } as const
const BROKEN = { name: 'no YAML', files: { [PATH]: 'on: [push\n' }, expect: 'unknown' } as const

export const workflowCases: Cases = {
  'OSS-26': [
    NONE,
    BROKEN,
    {
      name: 'what the repository says itself',
      files: workflow('push', `run: echo ${expression('github.sha')}`),
      expect: 'pass',
    },
    {
      name: 'handed over as a variable',
      files: workflow('issues', 'run: echo "$TITLE"', 'env:', `  TITLE: ${expression('github.event.issue.title')}`),
      expect: 'pass',
    },
    {
      name: 'a number that nobody may choose',
      files: workflow('issues', `run: echo ${expression('github.event.issue.number')}`),
      expect: 'pass',
    },
    {
      name: 'a title in a script',
      files: workflow('issues', `run: echo ${expression('github.event.issue.title')}`),
      expect: 'fail',
      findings: [`injected warning ${PATH}:5`],
    },
    {
      name: 'a branch on the third line of a script',
      files: workflow('pull_request', 'run: |', '  a', '  b', `  echo ${expression("format('{0}', github.head_ref)")}`),
      expect: 'fail',
      findings: [`injected ${PATH}:8`],
    },
    {
      name: 'a script of an action',
      files: workflow(
        'push',
        'uses: actions/github-script@v7',
        'with:',
        `  script: a("${expression('github.event.head_commit.message')}")`,
      ),
      expect: 'fail',
      findings: [`injected ${PATH}:7`],
    },
    {
      name: 'no workflow of the host',
      files: { 'docs/build.yml': workflow('issues', `run: ${expression('github.head_ref')}`)[PATH] ?? '' },
      expect: 'not-applicable',
    },
  ],
  'OSS-27': [
    NONE,
    BROKEN,
    { name: 'without rights', files: checkout('pull_request', HEAD), expect: 'pass' },
    {
      name: 'with rights, its own code',
      files: workflow('pull_request_target', 'uses: actions/checkout@v4'),
      expect: 'pass',
    },
    {
      name: 'with rights, a release',
      files: checkout('[push, pull_request_target]', 'github.event.release.tag_name'),
      expect: 'pass',
    },
    {
      name: 'with rights',
      files: checkout('pull_request_target', HEAD),
      expect: 'fail',
      findings: [`checkout warning ${PATH}:7`],
    },
    {
      name: 'with rights, the default branch of a fork',
      files: workflow(
        'pull_request_target',
        'uses: actions/checkout@v4',
        'with:',
        `  repository: ${expression('github.event.pull_request.head.repo.full_name')}`,
      ),
      expect: 'fail',
      findings: ['checkout warning'],
    },
    {
      name: 'among other events',
      files: checkout('{ push: {}, workflow_run: {} }', 'github.event.workflow_run.head_sha'),
      expect: 'fail',
    },
  ],
}
