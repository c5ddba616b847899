/** Takes where a document keeps its resources; gives the graphics that pages share, by their id. */
import { childrenNamed, type Element } from './element.js';
import type { Graphics } from './drawing.js';
import type { Package } from './package.js';
import { partOrNull, type Reference } from './structure.js';

/** Resources are read when the first graphic is asked for. */
export function graphicsOf(file: Package, resources: readonly Reference[]): Graphics {
  let units: Map<string, Element> | null = null;
  return (id) => {
    units ??= new Map(resources.flatMap((resource) => unitsOf(partOrNull(file, resource)?.root ?? null)));
    return units.get(id) ?? null;
  };
}

const unitsOf = (root: Element | null): (readonly [id: string, unit: Element])[] =>
  childrenNamed(root, 'CompositeGraphicUnits')
    .flatMap((group) => childrenNamed(group, 'CompositeGraphicUnit'))
    .map((unit) => [unit.attributes['ID'] ?? '', unit] as const);
