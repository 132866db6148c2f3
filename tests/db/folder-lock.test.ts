import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/db/folder-lock.js';

describe('the lock of an embedded database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lushu-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('refuses a second opening in the same process and names the holder', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    expect(() => lockFolder(folder)).toThrow(String(process.pid));
    unlock();
    lockFolder(folder)();
    expect(existsSync(join(folder, 'lock.pid'))).toBe(false);
  });

  it('refuses a folder that another living process holds', () => {
    writeFileSync(join(folder, 'lock.pid'), String(process.ppid));
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
  });

  it('takes over from a process that was killed', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    writeFileSync(join(folder, 'lock.pid'), String(pid));
    lockFolder(folder)();
  });

  it('takes over a file that names no process', () => {
    writeFileSync(join(folder, 'lock.pid'), 'not a pid');
    lockFolder(folder)();
  });
});
