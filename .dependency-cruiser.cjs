/** Only the files that `except` matches, and tests, may import a library. */
const only = (name, comment, library, ...except) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^packages/engine/src', pathNot: [...except, '\\.test\\.ts$'] },
  to: { path: `node_modules/(@types/)?${library}` },
});

/** Folders of a package in the order in which data flows: none imports from one that comes later. */
const order = (pack, folders) =>
  folders.slice(0, -1).map((folder, index) => ({
    name: `${pack}-in-order`,
    comment: `${folder}/ comes before ${folders.slice(index + 1).join(', ')}: see ARCHITECTURE.md.`,
    severity: 'error',
    from: { path: `^packages/${pack}/src/${folder}/`, pathNot: '\\.test\\.ts$' },
    to: {
      path: `^packages/${pack}/src/(${folders.slice(index + 1).join('|')}|(index|intervals|plan|files|program|main)\\.ts)`,
    },
  }));

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
    {
      name: 'commands-are-loaded-when-used',
      comment: 'To load every command takes longer than to run one.',
      severity: 'error',
      from: { path: '^packages/cli/src' },
      to: {
        path: '^packages/(cli/src/commands/(offline|online|sandbox)\\.ts|sandbox/)',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'texts-are-read-anywhere',
      comment:
        'What reads the text of a document runs in browsers too; files and streams are read beside it.',
      severity: 'error',
      from: {
        path: '^packages/cli/src/input/',
        pathNot: '(\\.test|\\.child|/bytes|/bookingsFrom|/readDocument)\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'no-luxon',
      'The engine asks the runtime for offsets itself; luxon is the reference of its tests.',
      'luxon',
    ),
    only(
      'no-rrule',
      'The engine expands rules itself; rrule is the reference of its tests.',
      'rrule',
    ),
    {
      name: 'one-door-to-recurrence',
      comment: 'How a rule is read and its dates are found stays inside.',
      severity: 'error',
      from: { path: '^packages', pathNot: '^packages/engine/src/recurrence/' },
      to: { path: '^packages/engine/src/recurrence/(parts|dates)/' },
    },
    ...order('engine', [
      'grouping',
      'interval',
      'time',
      'recurrence',
      'document',
      'calendar',
      'findings',
      'explain',
      'plan',
      'infer',
      'output',
      'testing',
    ]),
    ...order('sandbox', [
      'time',
      'answers',
      'seed',
      'slots',
      'state',
      'availability',
      'views',
      'changes',
      'faults',
      'limits',
      'log',
      'oauth',
      'options',
      'runtime',
      'control',
      'operation',
      'routes',
      'server',
    ]),
    ...order('adapter', [
      'wire',
      'http',
      'resources',
      'state',
      'apply',
      'drift',
      'feed',
      'import',
      'sync',
    ]),
    ...order('adapter', [
      'apply/report',
      'apply/session',
      'apply/step',
      'apply/verify',
      'apply/run',
    ]),
    ...order('cli', [
      'input',
      'options',
      'document',
      'files',
      'remote',
      'render',
      'sandbox',
      'sync',
      'commands',
    ]),
    {
      name: 'no-cycles',
      comment: 'Of types neither.',
      severity: 'error',
      from: { path: '^packages' },
      to: { circular: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    enhancedResolveOptions: {
      conditionNames: ['@slotwright/source', 'import', 'types', 'default'],
    },
  },
};
