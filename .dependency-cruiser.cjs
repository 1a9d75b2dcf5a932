const only = (name, comment, library, file) => ({
  name,
  comment,
  severity: 'error',
  from: {
    path: '^packages/engine/src',
    pathNot: [file, '\\.test\\.ts$', '^packages/engine/src/testing'],
  },
  to: { path: `node_modules/(@types/)?${library}` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'engine-is-pure',
      comment: 'The engine runs anywhere: no Node core module.',
      severity: 'error',
      from: { path: '^packages/engine/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-imports-none-of-ours',
      comment: 'engine <- adapter <- cli',
      severity: 'error',
      from: { path: '^packages/engine/src' },
      to: { path: '^packages/(?!engine)' },
    },
    {
      name: 'sandbox-imports-none-of-ours',
      comment: 'The sandbox must be able to contradict the engine.',
      severity: 'error',
      from: { path: '^packages/sandbox/src' },
      to: { path: '^packages/(?!sandbox)' },
    },
    {
      name: 'adapter-imports-only-the-engine',
      severity: 'error',
      from: { path: '^packages/adapter/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/(?!adapter|engine)' },
    },
    {
      name: 'nothing-imports-the-cli',
      severity: 'error',
      from: { path: '^packages/(?!cli)' },
      to: { path: '^packages/cli' },
    },
    only('one-door-to-luxon', 'luxon stays behind the zone table.', 'luxon', 'src/time/offsets\\.ts$'),
    only('one-door-to-rrule', 'rrule stays behind the day sets.', 'rrule', 'src/recurrence/'),
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^packages' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    enhancedResolveOptions: {
      conditionNames: ['@slotwright/source', 'import', 'types', 'default'],
    },
  },
};
