/**
 * Checks that every import keeps to the floor plan. The cruiser needs the programming interface of TypeScript 6; without it
 * it would see no import at all and find nothing wrong, so the number of files it saw is checked too.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { ICruiseResult } from 'dependency-cruiser';
import { forbidden } from './wall-rules.ts';

const folders = ['contract', 'server', 'web', 'tests', 'bench'].filter((folder) => existsSync(folder));

// The cruiser is installed a floor higher than this folder's compiler and would find the compiler of the product.
const { resolve } = createRequire(import.meta.url);
const compiler = new Map(['typescript', 'typescript/package.json'].map((name) => [name, pathToFileURL(resolve(name)).href]));
registerHooks({
  resolve(name, context, next) {
    const url = compiler.get(name);
    return url ? { url, shortCircuit: true } : next(name, context);
  },
});

const { cruise } = await import('dependency-cruiser');

const { output } = await cruise(folders, {
  validate: true,
  ruleSet: { forbidden },
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  combinedDependencies: true,
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    conditionNames: ['import', 'node', 'default'],
    exportsFields: ['exports'],
  },
});

const { modules, summary } = output as ICruiseResult;
const present = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const seen = new Set(modules.map((module) => module.source));
const unseen = present.filter((file) => !seen.has(file));
const links = modules.reduce((sum, module) => sum + module.dependencies.length, 0);

for (const { rule, from, to, cycle } of summary.violations) {
  console.error(`${rule.name}: ${from} -> ${cycle ? cycle.map((step) => step.name).join(' -> ') : to}`);
}
if (unseen.length > 0) console.error(`The cruiser did not see ${unseen.length} files, such as ${unseen[0]}.`);
if (links < present.length) console.error(`The cruiser saw only ${links} imports in ${present.length} files: it cannot read TypeScript.`);
console.log(`${present.length} files, ${links} imports, ${summary.violations.length} through a wall`);
process.exit(summary.violations.length > 0 || unseen.length > 0 || links < present.length ? 1 : 0);
