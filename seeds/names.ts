import type { Random } from './random.js';

/** A synthetic person's name and the names borne before, most often none. */
export interface SeedName {
  readonly fullName: string;
  readonly formerNames: readonly string[];
}

const SURNAMES = (
  '陈 王 张 李 徐 周 吴 金 叶 胡 朱 沈 郑 林 俞 黄 刘 杨 方 潘 赵 孙 何 许 章 蒋 钱 董 余 戴 卢 应 楼 郭 陆 姚 冯 高 蔡 马 邵 季 毛 ' +
  '丁 鲍 谢 童 程 江 洪 汪 傅 姜 宋 梁 罗 韩 唐 邓 曹 彭 曾 萧 田 袁 于 苏 吕 魏 杜 任 石 龚 项 夏 柳 施 翁 虞 诸 单 仇 解 查 区 朴 ' +
  '乐 翟 盖 种 缪 欧阳 诸葛 上官 司徒 尉迟 慕容 令狐'
).split(' ');
const GIVEN = [
  ...'伟芳娜敏静丽强磊洋艳勇军杰娟涛超明霞平刚桂英华玉兰建国志文博子轩宇浩欣怡佳琪晓峰海波春燕红梅雪婷俊峻凯晨阳思源立群一鸣',
  ...'嘉颖慧萍洁琳珊瑜瑾璐瑶倩雯雅诗涵梓萱若彤清妍书恒启航振东新民成德义信诚毅鹏飞龙虎林森松柏枫楠桐樊越川江河湖水云天',
];
const RARE = [...'𠮷㛃䶮堃犇喆翀烜燊垚淼焱劼赟彧昉祎琎玥婳𬸦𬭎𫍲𪻐'];
const DOTTED: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['阿依古丽', '古丽娜尔', '艾力', '帕提古丽', '买买提', '热依汗', '阿不都热合曼', '努尔兰'],
    ['买买提', '吐尔逊', '艾合买提', '阿不都拉', '玉素甫', '卡德尔'],
  ],
  [
    ['扎西', '卓玛', '次仁', '丹增', '央金', '洛桑'],
    ['多吉', '拉姆', '旺堆', '次旦', '平措', '德吉'],
  ],
];

/** A name: 1 in 80 with `·`, 1 in 60 with a rare character, 1 in 40 with a former name. */
export function inventName(random: Random): SeedName {
  if (random.chance(1 / 80)) {
    const [given, fathers] = random.pick(DOTTED);
    return { fullName: `${random.pick(given)}·${random.pick(fathers)}`, formerNames: [] };
  }
  const surname = SURNAMES[Math.floor(random.next() ** 1.7 * SURNAMES.length)] as string;
  const given = random.chance(0.16) ? random.pick(GIVEN) : random.pick(GIVEN) + random.pick(GIVEN);
  const isRare = random.chance(1 / 60);
  const fullName = isRare ? surname + given.slice(0, -1) + random.pick(RARE) : surname + given;
  const hasFormer = random.chance(1 / 40);
  return { fullName, formerNames: hasFormer ? [surname + random.pick(GIVEN) + random.pick(GIVEN)] : [] };
}
