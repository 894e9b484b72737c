/** The walls as rules for the cruiser, made from the floor plan. */
import type { IRegularForbiddenRuleType as Rule } from 'dependency-cruiser';
import { floors, lowerRooms, machines, plainValues } from './floor-plan.ts';

const rooms = `server/(?:${floors.slice(1).flat().join('|')})/[^/]+/`;
const roomOf = `^server/(${floors.slice(1).flat().join('|')})/([^/]+)/`;
const exactly = (files: readonly string[]) => `^(?:${files.join('|').replaceAll('.', String.raw`\.`)})$`;
const tests = String.raw`\.test\.tsx?$|/fixtures/`;

function wall(name: string, from: Rule['from'], to: Rule['to']): Rule {
  return { name, severity: 'error', from, to };
}

/** A wing sees the floors below it: never the other wings of its floor, nor anything above, nor the roof. Its tests may open the whole house. */
function onlyDown(wing: string, level: number): Rule {
  const barred = floors
    .slice(level)
    .flat()
    .filter((other) => other !== wing && !(wing === 'platform' && other === 'models'));
  return wall(
    `${wing}-imports-only-from-below`,
    { path: `^server/${wing}/`, pathNot: tests },
    { path: `^server/(?:(?:${barred.join('|')})/|[^/]+$)` },
  );
}

const server: Rule[] = [
  ...floors.flatMap((floor, level) => floor.map((wing) => onlyDown(wing, level))),
  wall(
    'rooms-of-a-wing-do-not-meet',
    { path: roomOf, pathNot: tests },
    { path: '^server/$1/[^/]+/', pathNot: ['^server/$1/$2/', ...lowerRooms.map((room) => `^server/${room}/`)] },
  ),
  wall(
    'a-room-is-entered-by-its-index',
    { path: roomOf },
    { path: `^${rooms}`, pathNot: ['^server/$1/$2/', String.raw`^${rooms}index\.ts$`] },
  ),
  wall(
    'the-roof-enters-a-room-by-its-index',
    { path: '^server/', pathNot: `^${rooms}` },
    { path: `^${rooms}`, pathNot: String.raw`^${rooms}index\.ts$` },
  ),
  wall('server-stands-alone', { path: '^server/', pathNot: tests }, { path: '^(?:web|tests|bench|scripts|tools)/' }),
  wall(
    'only-platform-knows-machines',
    { path: '^server/', pathNot: ['^server/platform/', tests] },
    { path: `^node_modules/(?:${machines.join('|')})/`, dependencyTypesNot: ['type-only'] },
  ),
  wall(
    'models-do-no-io',
    { path: '^server/models/', pathNot: tests },
    { dependencyTypes: ['core'], pathNot: '^(?:node:)?(?:crypto|util|assert)$' },
  ),
  wall(
    'product-needs-no-tool',
    { path: '^(?:server|contract)/', pathNot: tests },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
  ),
];

const web: Rule[] = [
  wall('web-sees-only-the-contract', { path: '^web/' }, { path: '^(?:server|tests|bench|scripts|tools|migrations)/' }),
  wall(
    'web-takes-types-and-plain-values',
    { path: '^web/', pathNot: tests },
    { path: '^contract/', pathNot: ['^contract/words/', exactly(plainValues)], dependencyTypesNot: ['type-only'] },
  ),
  wall('web-carries-no-validator', { path: '^web/', pathNot: tests }, { path: '^node_modules/zod/', dependencyTypesNot: ['type-only'] }),
  wall('plain-values-stay-plain', { path: exactly(plainValues) }, { path: '.', dependencyTypesNot: ['type-only'] }),
];

export const forbidden: Rule[] = [
  ...server,
  ...web,
  wall('contract-knows-only-the-validator', { path: '^contract/', pathNot: tests }, { pathNot: ['^contract/', '^node_modules/zod/'] }),
  wall('no-circles', {}, { circular: true }),
  wall('every-import-leads-somewhere', { pathNot: String.raw`\.d\.ts$` }, { couldNotResolve: true }),
];
