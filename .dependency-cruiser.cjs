/** The layers of the service: who may import whom. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [...allowed, '^node_modules/@types/'] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain-is-pure', '^src/domain/', ['^src/domain/'], 'Rules know nothing but rules.'),
    only(
      'contract-knows-the-domain',
      '^src/contract/',
      ['^src/contract/', '^src/domain/', '^node_modules/(zod|@asteasolutions/zod-to-openapi)/'],
      'Schemas and routes, from zod and the domain.',
    ),
    {
      name: 'workflows-are-deterministic',
      comment:
        'A workflow is replayed for years: only the domain and the engine, and the types of activities.',
      severity: 'error',
      from: { path: '^src/workflows/' },
      to: {
        pathNot: [
          '^src/workflows/',
          '^src/domain/',
          '^node_modules/@temporalio/(workflow|common)/',
          '^src/activities/',
        ],
      },
    },
    {
      name: 'workflows-know-activities-by-type',
      severity: 'error',
      from: { path: '^src/workflows/' },
      to: { path: '^src/activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'business-time-stays-out-of-workflows',
      comment:
        'Time-zone rules come with Node: a deadline is computed once, in an activity, and then stands in history.',
      severity: 'error',
      from: { path: ['^src/workflows/', '^src/domain/(?!business-time)'] },
      to: { path: '^src/domain/business-time(\\.ts|/)' },
    },
    only(
      'store-knows-the-domain',
      '^src/store/',
      [
        '^src/store/',
        '^src/domain/',
        '^src/workflows/messages',
        '^node_modules/(mongoose|mongodb|bson)/',
        '^(node:)?(crypto|stream)',
      ],
      'Documents, indexes and queries.',
    ),
    {
      name: 'the-api-does-not-run-workflows',
      severity: 'error',
      from: { path: '^src/api/' },
      to: {
        path: [
          '^src/workflows/(?!messages|session-messages|search-attributes)',
          '^node_modules/@temporalio/worker/',
          '^src/worker',
        ],
      },
    },
    {
      name: 'nothing-imports-tools',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tools|test)/' },
    },
    only(
      'the-portal-is-its-own',
      '^web/portal/',
      ['^web/(portal|ui)/', '^node_modules/'],
      'And the shared kit.',
    ),
    only(
      'the-console-is-its-own',
      '^web/console/',
      ['^web/(console|ui)/', '^node_modules/'],
      'And the shared kit.',
    ),
    only('the-kit-is-its-own', '^web/ui/', ['^web/ui/', '^node_modules/'], 'Of no application.'),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
