const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { imports } = JSON.parse(readFileSync(join(__dirname, 'package.json'), 'utf8'));

/** package.json points #domain/* and the others at dist/, for Node; the rules speak of the sources those files come from. */
const sources = Object.entries(imports).map(([name, target]) => [
  name.replace('/*', ''),
  join(__dirname, target.replace('./dist/', '').replace('/*', '')),
]);

module.exports = {
  resolve: {
    alias: Object.fromEntries(sources),
    extensionAlias: { '.js': ['.ts', '.js'] },
    extensions: ['.ts', '.js', '.mjs', '.json'],
  },
};
