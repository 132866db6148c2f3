import type { Import } from './source.js';

/** Circles among our own files, each as the imports that close it; at least one for every knot of files. */
export function cycles(imports: readonly Import[]): Import[][] {
  const leaving = new Map<string, Import[]>();
  for (const i of imports) leaving.set(i.from, [...(leaving.get(i.from) ?? []), i]);
  const done = new Set<string>();
  const found: Import[][] = [];
  const visit = (path: string, trail: readonly Import[]) => {
    const start = trail.findIndex((i) => i.from === path);
    if (start >= 0) found.push(trail.slice(start));
    else if (!done.has(path)) {
      for (const i of leaving.get(path) ?? []) if (i.target) visit(i.target, [...trail, i]);
      done.add(path);
    }
  };
  for (const path of leaving.keys()) visit(path, []);
  return found;
}
