import manifest from '../package.json' with { type: 'json' };

/** As in the package's manifest. */
export const { version } = manifest;
