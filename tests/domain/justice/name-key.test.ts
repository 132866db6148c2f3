import { describe, expect, it } from 'vitest';
import { nameKeys } from '../../../src/domain/justice/name-key.js';

describe('the keys of a name', () => {
  it.each([
    ['张伟', 'zhangwei', 'zw'],
    ['吕布', 'lvbu', 'lb'],
    ['欧阳修', 'ouyangxiu', 'oyx'],
    ['CHAN Tai Man', 'chantaiman', 'ctm'],
    ['José Müller', 'josemuller', 'jm'],
  ])('of %s are %s and %s', (name, pinyin, initials) => {
    expect(nameKeys(name)).toEqual({ pinyin, initials });
  });

  it.each([
    ['单雄信', 'shanxiongxin'],
    ['仇英', 'qiuying'],
    ['曾国藩', 'zengguofan'],
    ['解缙', 'xiejin'],
    ['区佳璐', 'oujialu'],
    ['查良镛', 'zhaliangyong'],
    ['朴树', 'piaoshu'],
    ['翟志刚', 'zhaizhigang'],
    ['尉迟恭', 'yuchigong'],
    ['万俟卨', 'moqixie'],
    ['令狐冲', 'linghuchong'],
  ])('read the surname of %s as a surname: %s', (name, pinyin) => {
    expect(nameKeys(name).pinyin).toBe(pinyin);
  });

  it('sound a character of the extension planes where its sound is known', () => {
    expect(nameKeys('王䶮')).toEqual({ pinyin: 'wangyan', initials: 'wy' });
    expect(nameKeys('刘𬭎').pinyin).toMatch(/^liu[a-z]+$/);
  });

  it('leave out what has no known sound, and the middle dot', () => {
    expect(nameKeys('张𪻐明')).toEqual({ pinyin: 'zhangming', initials: 'zm' });
    expect(nameKeys('阿依古丽·买买提')).toEqual({ pinyin: 'ayigulimaimaiti', initials: 'ayglmmt' });
    expect(nameKeys('·')).toEqual({ pinyin: '', initials: '' });
  });

  it('are lower-case ASCII, whatever the name', () => {
    for (const name of ['𠮷', 'Ωмега', '①', '张①', '女娲', '佚名(男)', '']) {
      expect(Object.values(nameKeys(name)).join('')).toMatch(/^[a-z]*$/);
    }
  });
});
