import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Thrown when another process (or this one) already has the embedded database open. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The embedded database in ${folder} is already open in process ${pid}. Stop that one, or set LUSHU_DATA_DIR or DATABASE_URL.`,
    );
  }
}

const heldHere = new Set<string>();

/**
 * Takes the folder for this process by a file holding its pid. PGlite itself opens one folder twice without a word
 * and the two diverge. A file left by a killed process is taken over.
 */
export function lockFolder(folder: string): () => void {
  const path = resolve(folder, 'lock.pid');
  mkdirSync(resolve(folder), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      heldHere.add(path);
      return () => {
        heldHere.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(path, 'utf8'));
      if (heldHere.has(path) || (holder !== process.pid && isAlive(holder)))
        throw new FolderInUse(join(folder), holder);
      rmSync(path, { force: true });
    }
  }
  throw new FolderInUse(folder, Number(readFileSync(path, 'utf8')));
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
