import { pinyin } from 'pinyin-pro';

/** How a name is found and sorted by its sound (拼音): `zhangwei` and `zw`. Lower-case ASCII without tones, ü as v. */
export interface NameKeys {
  readonly pinyin: string;
  readonly initials: string;
}

/**
 * The keys of a name. A surname is read as surnames are (单 shan, 仇 qiu, 曾 zeng); Latin letters stay as they are
 * written; a character whose sound is unknown, and the `·`, leave no trace.
 */
export function nameKeys(name: string): NameKeys {
  const sounds = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' });
  const syllables = sounds.flatMap((sound) => fold(sound).match(/[a-z]+/g) ?? []);
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}

/** Accents fall away, case too. */
function fold(sound: string): string {
  return sound.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
