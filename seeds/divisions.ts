/** A division of GB/T 2260 (行政区划): province, city or county level. */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** Null for a province. */
  readonly parentCode: string | null;
}

/** Zhejiang in full, as of 2024: one province, 11 cities, 90 counties and districts. */
const ZHEJIANG = `330000浙江省
330100杭州市 330102上城区 330105拱墅区 330106西湖区 330108滨江区 330109萧山区 330110余杭区 330111富阳区 330112临安区 330113临平区 330114钱塘区 330122桐庐县 330127淳安县 330182建德市
330200宁波市 330203海曙区 330205江北区 330206北仑区 330211镇海区 330212鄞州区 330213奉化区 330225象山县 330226宁海县 330281余姚市 330282慈溪市
330300温州市 330302鹿城区 330303龙湾区 330304瓯海区 330305洞头区 330324永嘉县 330326平阳县 330327苍南县 330328文成县 330329泰顺县 330381瑞安市 330382乐清市 330383龙港市
330400嘉兴市 330402南湖区 330411秀洲区 330421嘉善县 330424海盐县 330481海宁市 330482平湖市 330483桐乡市
330500湖州市 330502吴兴区 330503南浔区 330521德清县 330522长兴县 330523安吉县
330600绍兴市 330602越城区 330603柯桥区 330604上虞区 330624新昌县 330681诸暨市 330683嵊州市
330700金华市 330702婺城区 330703金东区 330723武义县 330726浦江县 330727磐安县 330781兰溪市 330782义乌市 330783东阳市 330784永康市
330800衢州市 330802柯城区 330803衢江区 330822常山县 330824开化县 330825龙游县 330881江山市
330900舟山市 330902定海区 330903普陀区 330921岱山县 330922嵊泗县
331000台州市 331002椒江区 331003黄岩区 331004路桥区 331022三门县 331023天台县 331024仙居县 331081温岭市 331082临海市 331083玉环市
331100丽水市 331102莲都区 331121青田县 331122缙云县 331123遂昌县 331124松阳县 331125云和县 331126庆元县 331127景宁畲族自治县 331181龙泉市`;

/** All provinces, and of each but Zhejiang a few cities with a few districts. */
const ELSEWHERE = `110000北京市 110100市辖区 110101东城区 110102西城区 110105朝阳区 110106丰台区 110108海淀区
120000天津市 120100市辖区 120101和平区 120103河西区 120104南开区 120116滨海新区
130000河北省 130100石家庄市 130102长安区 130104桥西区 130108裕华区 130200唐山市 130203路北区 130207丰南区 130600保定市 130602竞秀区 130606莲池区
140000山西省 140100太原市 140105小店区 140106迎泽区 140109万柏林区 140200大同市 140213平城区 140800运城市 140802盐湖区
150000内蒙古自治区 150100呼和浩特市 150102新城区 150105赛罕区 150200包头市 150203昆都仑区 150204青山区 150400赤峰市 150402红山区
210000辽宁省 210100沈阳市 210102和平区 210103沈河区 210112浑南区 210200大连市 210202中山区 210203西岗区 210211甘井子区
220000吉林省 220100长春市 220102南关区 220104朝阳区 220200吉林市 220202昌邑区 220204船营区
230000黑龙江省 230100哈尔滨市 230102道里区 230103南岗区 230110香坊区 230600大庆市 230602萨尔图区 230604让胡路区
310000上海市 310100市辖区 310101黄浦区 310104徐汇区 310105长宁区 310106静安区 310115浦东新区
320000江苏省 320100南京市 320102玄武区 320104秦淮区 320105建邺区 320106鼓楼区 320500苏州市 320505虎丘区 320508姑苏区 320583昆山市 320200无锡市 320211滨湖区 320213梁溪区 320600南通市 320613崇川区
340000安徽省 340100合肥市 340103庐阳区 340104蜀山区 340111包河区 340200芜湖市 340202镜湖区 340207鸠江区 341200阜阳市 341202颍州区
350000福建省 350100福州市 350102鼓楼区 350103台江区 350111晋安区 350200厦门市 350203思明区 350206湖里区 350500泉州市 350503丰泽区 350582晋江市
360000江西省 360100南昌市 360102东湖区 360111青山湖区 360113红谷滩区 360700赣州市 360702章贡区 360400九江市 360403浔阳区
370000山东省 370100济南市 370102历下区 370103市中区 370112历城区 370200青岛市 370202市南区 370203市北区 370212崂山区 370600烟台市 370602芝罘区 370613莱山区 370700潍坊市 370705奎文区
410000河南省 410100郑州市 410102中原区 410103二七区 410105金水区 410300洛阳市 410303西工区 410311洛龙区 411300南阳市 411303卧龙区
420000湖北省 420100武汉市 420102江岸区 420103江汉区 420106武昌区 420111洪山区 420500宜昌市 420502西陵区 420600襄阳市 420606樊城区
430000湖南省 430100长沙市 430102芙蓉区 430104岳麓区 430111雨花区 430200株洲市 430211天元区 430400衡阳市 430408蒸湘区
440000广东省 440100广州市 440104越秀区 440105海珠区 440106天河区 440113番禺区 440300深圳市 440303罗湖区 440304福田区 440305南山区 440600佛山市 440604禅城区 440605南海区 440400珠海市 440402香洲区
450000广西壮族自治区 450100南宁市 450102兴宁区 450103青秀区 450200柳州市 450202城中区 450300桂林市 450305七星区
460000海南省 460100海口市 460106龙华区 460108美兰区 460200三亚市 460203吉阳区 460204天涯区
500000重庆市 500100市辖区 500103渝中区 500105江北区 500106沙坪坝区 500112渝北区
510000四川省 510100成都市 510104锦江区 510105青羊区 510107武侯区 510700绵阳市 510703涪城区 511300南充市 511302顺庆区
520000贵州省 520100贵阳市 520102南明区 520103云岩区 520115观山湖区 520300遵义市 520303汇川区
530000云南省 530100昆明市 530102五华区 530103盘龙区 530111官渡区 530300曲靖市 530302麒麟区
540000西藏自治区 540100拉萨市 540102城关区 540200日喀则市 540202桑珠孜区
610000陕西省 610100西安市 610103碑林区 610112未央区 610113雁塔区 610300宝鸡市 610302渭滨区 610800榆林市 610802榆阳区
620000甘肃省 620100兰州市 620102城关区 620103七里河区 620500天水市 620502秦州区
630000青海省 630100西宁市 630103城中区 630104城西区 630200海东市 630202乐都区
640000宁夏回族自治区 640100银川市 640104兴庆区 640106金凤区 640300吴忠市 640302利通区
650000新疆维吾尔自治区 650100乌鲁木齐市 650102天山区 650103沙依巴克区 650104新市区 652800巴音郭楞蒙古自治州 652801库尔勒市
710000台湾省 810000香港特别行政区 820000澳门特别行政区`;

const isProvince = (code: string): boolean => code.endsWith('0000');
const isCity = (code: string): boolean => code.endsWith('00') && !isProvince(code);

/** The province above a code, itself when it is one. */
export const provinceCodeOf = (code: string): string => `${code.slice(0, 2)}0000`;

/** The city above a county's code, itself when it is one. */
export const cityCodeOf = (code: string): string => `${code.slice(0, 4)}00`;

/** Zhejiang's divisions, all levels, in the order of the code. */
export const zhejiang: readonly Division[] = read(ZHEJIANG);

/** Every division the seeds know, in the order of the code. */
export const nation: readonly Division[] = [...zhejiang, ...read(ELSEWHERE)].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The 34 provinces. */
export const provinces: readonly Division[] = nation.filter(({ code }) => isProvince(code));

const byCode = new Map(nation.map((division) => [division.code, division]));
const shorts = new Map(
  provinces.map(({ code }, i) => [
    code,
    [...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新台港澳'][i] as string,
  ]),
);

/** The cities among the divisions given. */
export const citiesOf = (divisions: readonly Division[]): Division[] => divisions.filter(({ code }) => isCity(code));

/** The counties that the seeds know below a province or a city. */
export function countiesOf(parentCode: string): Division[] {
  const prefix = parentCode.slice(0, isProvince(parentCode) ? 2 : 4);
  return nation.filter(({ code }) => code.startsWith(prefix) && !code.endsWith('00'));
}

/** The name of a known division: 西湖区; the 市辖区 of a municipality goes by the municipality's name. */
export function divisionName(code: string): string {
  const name = byCode.get(code)?.name;
  if (!name) throw new RangeError(`no division ${code} in the seeds`);
  return name === '市辖区' ? divisionName(provinceCodeOf(code)) : name;
}

/** The whole name of a county, with what is above it: 浙江省杭州市西湖区. */
export function fullDivisionName(code: string): string {
  return [...new Set([provinceCodeOf(code), cityCodeOf(code), code].map(divisionName))].join('');
}

/** The one-character name of a code's province: 浙. */
export const provinceShort = (code: string): string => shorts.get(provinceCodeOf(code)) as string;

function read(text: string): Division[] {
  return text.split(/\s+/).map((token) => {
    const code = token.slice(0, 6);
    const parentCode = isProvince(code) ? null : isCity(code) ? provinceCodeOf(code) : cityCodeOf(code);
    return { code, name: token.slice(6), parentCode };
  });
}
