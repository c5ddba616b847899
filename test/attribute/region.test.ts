import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/attribute/attribute.js';
import { divisions, documentOf, matchOf } from './build-document.js';

const regionOf = (
  text: string,
  number: string,
  indicator?: string,
): [string | null, string, readonly string[]] => {
  const document = documentOf(text);
  const match = matchOf(document, number, indicator);
  const { region, flags } = attribute(document.prepared, { match, statistics: [], holds: () => false });
  return [region.code, region.method, flags];
};

type Case = readonly [
  says: string,
  text: string,
  number: string,
  code: string | null,
  method: string,
  indicator?: string,
];

const CITY = '共青团铜仁市委员会工作汇报\n';

const CASES: readonly Case[] = [
  ['a county in the clause', `${CITY}思南县招募志愿者120人。`, '120', '520624', 'clause'],
  ['a county in front of the number, not the one behind it', `${CITY}思南县120人和德江县300人报名。`, '120', '520624', 'clause'],
  ['a town of a county that the text does not name', `宁波市志愿服务总结\n前童镇动员网格员120人。`, '120', '330226', 'clause'],
  ['a town behind its city', `宁波市志愿服务总结\n在宁波市前童镇动员网格员120人。`, '120', '330226', 'clause'],
  ['a town tells which of two districts of one name is meant', `某街道战报\n城关区皋兰路街道动员志愿者120人。`, '120', '620102', 'clause'],
  ['a town that only one county has', `慈善会小结\n在慈口乡慰问。\n慰问老人120名。`, '120', '421224', 'report', 'people_served'],
  ['towns that only one county has together', `慈善会小结\n慰问城关街道。在冯原镇慰问。\n慰问老人120名。`, '120', '610525', 'report', 'people_served'],
  ['what any town may be called', `铜仁市志愿服务总结\n创建文明街道，动员志愿者120人。`, '120', '520600', 'title'],
  ['a 镇 that has become a 街道', `深圳市志愿服务总结\n松岗镇动员志愿者120人。`, '120', '440306', 'clause'],
  ['a town that the county named does not have', `思南县志愿服务总结\n马城镇动员志愿者120人。`, '120', '520624', 'title'],
  ['where one came to, in an earlier clause', `黑龙江省青联小结\n省青联代表来到宾县居仁镇，慰问老人120名。`, '120', '230125', 'sentence', 'people_served'],
  ['a body from above gives', `积石山县志愿服务小结\n省青基会拨付40万元。`, '40万', '622927', 'title', 'money'],
  ['a word behind the province is the city', `甘肃金昌：实践站扎根基层\n动员志愿者120人。`, '120', '620300', 'title'],
  ['a name of that time', `章丘市慈善总会小结\n章丘救助老人120名。`, '120', '370181', 'clause', 'people_served'],
  ['a byname', `全省注册人数小结\n“情暖陇原”行动开展，全省注册志愿者120人。`, '120', '620000', 'inferred'],
  ['many provinces say where people are from', `贵州省西部计划开始报名。\n报名者来自北京、上海、广东、四川等省。\n志愿者120人。`, '120', '520000', 'report'],
  ['the site’s owner over the report', `感谢马拉松的小水滴\n江苏省文明办 江苏省志愿服务总会 主办\n泰州市组织志愿者。\n志愿者120人。`, '120', '321200', 'report'],
  ['a power company is its city’s', `国网泉州供电公司抢修纪实\n泉州供电公司动员抢修队员120人。`, '120', '350500', 'clause'],
  ['the giver in front of the city that the report speaks of', `千里驰援 西藏助力黄冈战报\n市委高度重视，市红十字会部署。\n发放物资120箱。`, '120', '421100', 'title', 'supplies'],
  ['Macau’s byname', `青年協會小結\n濠江青年踴躍報名，經費為澳門元3萬。\n動員義工120人。`, '120', '820000', 'report'],
  ['the only county that is named under a wider title', `云南省青年志愿服务扬帆\n漾濞县地震发生后，青年赶到。\n志愿者120人。`, '120', '532922', 'report'],
  ['a body’s own report stays with its division', `云南省红十字会小结\n云南省红十字会及时响应，全省动员。\n漾濞县地震发生后，青年赶到。\n全省红十字会发动志愿者。\n志愿者120人。`, '120', '530000', 'title'],
  ['where something was held says nothing', `云南省青年志愿服务扬帆\n在昆明市举行启动仪式，全省动员。\n云南省文明办统筹。\n志愿者120人。`, '120', '530000', 'title'],
  ['counties of one division by their short names', `计生服务队纪实\n我州动员青年，册亨、贞丰、望谟等先行。\n全州志愿者120人。`, '120', '522300', 'inferred'],
  ['the body that opens it rather than who signs', `社工周小结\n连日来，阳春市民政局开展宣传。\n志愿者120人。\n阳江市民政局`, '120', '441781', 'report'],
  ['the body that the page names as its source', `汇聚人道力量\n时间：2023年 来源：青海省红十字会 浏览次数：13\n江苏省红十字会援手。\n志愿者120人。`, '120', '630000', 'issuer'],
  ['of an outlet it says nothing', `汇聚人道力量\n来源：青海省新闻网\n泰州市组织志愿者。\n志愿者120人。`, '120', '321200', 'report'],
  ['an address', `机构动态\n北京市海淀区花园路甲2号\n泸县地震，泸县组织自救。\n志愿者120人。`, '120', '510521', 'report'],
  ['a league’s flag is no banner', `浦江县举旗活动\n浦江县青年高举团旗出发。\n志愿者120人。`, '120', '330726', 'title'],
  ['会同 as a verb', `团县委会同县禁毒办举办活动\n邵阳县青年到场。\n志愿者120人。`, '120', '430523', 'report'],
  ['a visit in the city’s own county', `咸阳市慈善小结\n一行前往泾阳县走访。\n发放物资120人次。`, '120', '610400', 'title', 'supplies'],
  ['the street that a text goes on with', `苏州市志愿服务小结\n吴中区香山街道出彩，青年受表彰。该街道有志愿者120人。`, '120', '320506', 'clause'],
  ['Macau, which calls itself so', `總商會訪閩\n宣城市商會來訪。本澳青年踴躍，本澳長者受惠，澳門街坊總會支援。\n志愿者120人。`, '120', '820000', 'report'],
  ['the nearest of two in front', `${CITY}碧江区带动万山区80人报名。`, '80', '520603', 'clause'],
  ['a county behind the number, where none stands in front', `${CITY}有80名石阡县志愿者上岗。`, '80', '520623', 'clause'],
  ['the subject of the sentence governs its later clauses', `${CITY}如碧江区总工会主动对接村里，针对药品不足等问题，区总工会为卫生室送去价值3万元的药品。`, '3万', '520602', 'sentence', 'money'],
  ['the first name of an earlier clause is its subject', `${CITY}松桃县团委联合石阡县团委开展活动，动员志愿者60人。`, '60', '520628', 'sentence'],
  ['two subjects of an earlier clause leave the city', `${CITY}松桃县与石阡县结对开展活动，动员志愿者60人。`, '60', '520600', 'title'],
  ['several that share a figure have nothing to do with the one that opens the sentence', `${CITY}江口县培训80人，思南县、德江县各培训60人。`, '60', '520600', 'title'],
  ['全縣 of Taiwan, for whose counties there are no codes', `花莲县志愿服务成果\n全县志愿者500人。`, '500', '710000', 'title'],
  ['a new subject takes over', `${CITY}江口县组织宣讲，思南县组织巡逻，动员志愿者60人。`, '60', '520624', 'sentence'],
  ['the first of two places in step with two numbers', `${CITY}思南县、德江县分别招募志愿者120人和230人。`, '120', '520624', 'clause'],
  ['the second of them', `${CITY}思南县、德江县分别招募志愿者120人和230人。`, '230', '520626', 'clause'],
  ['places in step, another province’s among them', `${CITY}铜仁、重庆两地志愿者分别为1000人、2000人。`, '2000', '500000', 'clause'],
  ['more places than numbers are in step with none', `${CITY}思南县、德江县分别招募志愿者120人。`, '120', '520600', 'title'],
  ['a paragraph that a sign and a name open', `${CITY}全市动员，德江县、江口县等地走在前列，铜仁市文明办统筹。\n▲思南县 冰柜搬到工地口。分送藿香正气水120盒。`, '120', '520624', 'section'],
  ['an example governs its own sentence only', `${CITY}各地行动迅速。如江口县组织宣讲20场。动员志愿者60人。`, '60', '520600', 'title'],
  ['a division above the report’s says only what it is part of', `${CITY}贵州省唯一入选的队伍招募志愿者60人。`, '60', '520600', 'title'],
  ['a partner from elsewhere', `${CITY}与江苏省红十字会合作，培训救护员80人。`, '80', '520600', 'title'],
  ['levels of government are no division of the report’s', `${CITY}县（市）区慈善总会救助80人。`, '80', '520600', 'title'],
  ['全市 is the report’s city', `${CITY}如江口县组织宣讲，全市动员志愿者60人。`, '60', '520600', 'title'],
  ['全市 in a county’s section goes up to the city', `${CITY}（一）江口县\n动员迅速，全市共有志愿者900人。`, '900', '520600', 'title'],
  ['团市委 is the city', `${CITY}如德江县所示，团市委招募志愿者70人。`, '70', '520600', 'title'],
  ['市卫健委 at the start of a clause is the city', `江苏志愿服务简报\n全省上下行动，江苏省文明办统筹。\n连云港市：\n赣榆区组织宣讲，市卫健委组建队伍7支。`, '7', '320700', 'section'],
  ['全省 goes up from a city', `淮安市文明办汇报\n全省共有志愿者5000人。`, '5000', '320000', 'report'],
  ['全县 in a city’s report is left open', `${CITY}全县共有志愿者500人。`, '500', null, 'none'],
  ['全市 in a province’s report is left open', `江苏省文明办简报\n全市共有志愿者500人。`, '500', null, 'none'],
  ['全县 takes the county of its section', `${CITY}全市动员，德江县、江口县等地走在前列，铜仁市文明办统筹。\n（一）沿河县\n全县志愿者500人。`, '500', '520627', 'section'],
  ['全区 of a district', `南京市江宁区志愿服务总结\n全区志愿者500人。`, '500', '320115', 'title'],
  ['全区 of an autonomous region', `内蒙古自治区团委工作总结\n全区志愿者500人。`, '500', '150000', 'title'],
  ['全市 of a city of county rank', `江阴市志愿服务总结\n全市志愿者500人。`, '500', '320281', 'title'],
  ['全市 of a municipality', `北京市海淀区工作总结\n全市志愿者500人。`, '500', '110000', 'report'],
  ['全州 of a prefecture', `黔东南州团委工作总结\n全州志愿者500人。`, '500', '522600', 'title'],
  ['区总工会 behind its district', `${CITY}万山区行动迅速，区总工会动员志愿者33人。`, '33', '520603', 'sentence'],
  ['a heading with a colon', `江苏志愿服务简报\n全省上下行动，江苏省文明办统筹。\n淮安市：\n动员志愿者40人。`, '40', '320800', 'section'],
  ['the next heading ends it', `江苏志愿服务简报\n淮安市：\n动员志愿者40人。\n宿迁市：\n动员志愿者41人。`, '41', '321300', 'section'],
  ['a numbered heading', `南京市志愿服务总结\n全市动员，南京市文明办统筹，浦口区、六合区等地走在前列。\n（一）江宁区\n动员志愿者40人。`, '40', '320115', 'section'],
  ['a heading in brackets, by its short name', `无锡市志愿服务总结\n全市动员，无锡市文明办统筹，滨湖区、惠山区等地走在前列。\n【江阴】\n动员志愿者40人。`, '40', '320281', 'section'],
  ['a section inside a county’s section', `南京市志愿服务总结\n全市动员，南京市文明办统筹，浦口区、六合区等地走在前列。\n一、江宁区\n（一）组织动员\n动员志愿者40人。`, '40', '320115', 'section'],
  ['a heading without a division leaves the report’s', `南京市志愿服务总结\n全市动员，南京市文明办统筹，浦口区、六合区等地走在前列。\n一、江宁区\n动员11人。\n二、下一步\n现有志愿者40人。`, '40', '320100', 'title'],
  ['a heading of several divisions is none’s', `南京市志愿服务总结\n一、江宁区和浦口区\n动员志愿者40人。`, '40', '320100', 'title'],
  ['a paragraph that opens with a county', `${CITY}全市动员，德江县、江口县等地走在前列，铜仁市文明办统筹。\n思南县：行动迅速。各乡镇参加。动员志愿者45人。`, '45', '520624', 'section'],
  ['a paragraph whose subject is a county', `${CITY}全市动员，德江县、江口县等地走在前列，铜仁市文明办统筹。\n思南县动作快。随后动员志愿者45人。`, '45', '520624', 'section'],
  ['the next paragraph is the city’s again', `${CITY}全市动员，德江县、江口县等地走在前列，铜仁市文明办统筹。\n思南县动作快。\n随后动员志愿者45人。`, '45', '520600', 'title'],
  ['towns roll up to their county', `${CITY}如玉屏县大龙街道组织100人加入。`, '100', '520622', 'clause'],
  ['the deepest of a chain', `某简报\n江苏省淮安市清江浦区动员志愿者45人。`, '45', '320812', 'clause'],
  ['the chain in an earlier clause', `某简报\n江苏省淮安市清江浦区迅速行动，动员志愿者45人。`, '45', '320812', 'sentence'],
  ['市中区 behind its city', `某简报\n济南市中区动员志愿者45人。`, '45', '370103', 'clause'],
  ['several divisions named for one number', `江苏省志愿服务总结\n盐城、南通、泰州等市动员志愿者45人。`, '45', '320000', 'title'],
  ['two joined by 和', `${CITY}江口县和思南县动员志愿者45人。`, '45', '520600', 'title'],
  ['a short county name in its city’s report', `${CITY}印江组织志愿者45人。`, '45', '520625', 'clause'],
  ['a county body by the short name', `${CITY}共青团印江自治县委组织志愿者45人。`, '45', '520625', 'clause'],
  ['a short name confirmed by its body', `某简报\n思南团县委组织志愿者45人。`, '45', '520624', 'clause'],
  ['a short county name far from its city is no name', `${CITY}沭阳花木协会组织志愿者45人。`, '45', '520600', 'title'],
  ['an ordinary word is no county', `${CITY}向阳社区建设和平家园，动员志愿者45人。`, '45', '520600', 'title'],
  ['an ambiguous name by the city in front', `某简报\n徐州市鼓楼区动员志愿者45人。`, '45', '320302', 'clause'],
  ['an ambiguous name by the report', `福州市志愿服务总结\n鼓楼区动员志愿者45人。`, '45', '350102', 'clause'],
  ['an ambiguous name by its section', `江苏省志愿服务总结\n一、南京市\n鼓楼区动员志愿者45人。`, '45', '320106', 'clause'],
  ['an ambiguous name by the sentence', `江苏省志愿服务总结\n徐州市行动早，鼓楼区动员志愿者45人。`, '45', '320302', 'clause'],
  ['a newspaper', `${CITY}湖南日报刊登志愿者45人的事迹。`, '45', '520600', 'title'],
  ['a university', `${CITY}湖南农业大学选派志愿者45人。`, '45', '520600', 'title'],
  ['students are no university', `${CITY}思南县大学生志愿者45人。`, '45', '520624', 'clause'],
  ['a bank', `${CITY}江苏银行选派志愿者45人。`, '45', '520600', 'title'],
  ['a company', `${CITY}贵州印江云上农业综合开发有限公司选派志愿者45人。`, '45', '520600', 'title'],
  ['a street', `${CITY}在南京路设点，上海西路志愿者45人。`, '45', '520600', 'title'],
  ['a park', `${CITY}中山公园志愿者45人。`, '45', '520600', 'title'],
  ['a quoted account', `${CITY}“文明连云港”公众号招募志愿者45人。`, '45', '520600', 'title'],
  ['an outlet in a list', `${CITY}新华网、活力内蒙古等15家新媒体平台转发，招募志愿者45人。`, '45', '520600', 'title'],
  ['the levels of government are no subject', `${CITY}形成市级牵头、县级落实的体系，动员志愿者45人。`, '45', '520600', 'title'],
  ['the title of a document', `${CITY}按照《思南县志愿服务办法》招募志愿者45人。`, '45', '520600', 'title'],
  ['a county’s Red Cross is the county', `${CITY}思南县红十字会组织志愿者45人。`, '45', '520624', 'clause'],
  ['a county’s hospital is the county', `${CITY}思南县人民医院志愿队45人上岗。`, '45', '520624', 'clause'],
  ['where people went', `${CITY}选派志愿者45人驰援上海。`, '45', '520600', 'title'],
  ['where they went, in front', `${CITY}赴湖北省武汉市开展工作的志愿者45人。`, '45', '520600', 'title'],
  ['where they went, in a list', `${CITY}支援湖北、上海的志愿者45人。`, '45', '520600', 'title'],
  ['where others came from', `${CITY}排查武汉返乡人员45人。`, '45', '520600', 'title', 'screened'],
  ['a document passed on', `${CITY}转发南京市倡议书，招募志愿者45人。`, '45', '520600', 'title'],
  ['a place inside the own city that people come from', `${CITY}来自江口县的志愿者45人参加。`, '45', '520621', 'clause'],
  ['a visit inside the own city, for what was done there', `${CITY}赴江口县慰问，送去价值2万元的物资。`, '2万', '520621', 'sentence', 'money'],
  ['a visit inside the own city, for those who went', `${CITY}组织志愿者45人赴江口县服务。`, '45', '520600', 'title'],
  ['a giver from elsewhere', `${CITY}苏州市捐赠口罩2000只。`, '2000', '520600', 'title', 'supplies'],
  ['the receiver where both are named', `${CITY}苏州市向石阡县捐赠口罩2000只。`, '2000', '520623', 'clause', 'supplies'],
  ['a county cut from another word', `邯郸市志愿服务总结\n创建示范县活动动员志愿者45人。`, '45', '130400', 'title'],
  ['a province is no district', `天津市志愿服务总结\n河北区域协作动员志愿者45人。`, '45', '130000', 'clause'],
  ['Hong Kong', `某简报\n香港动员义工45人。`, '45', '810000', 'clause'],
  ['a district of Hong Kong has no code of its own', `某简报\n油尖旺区动员义工45人。`, '45', '810000', 'clause'],
  ['Taiwan by its traditional name', `某简报\n臺北市动员志工45人。`, '45', '710000', 'clause'],
  ['a new area with a code', `上海市志愿服务总结\n浦东新区动员志愿者45人。`, '45', '310115', 'clause'],
  ['a city run by its province', `湖北省志愿服务总结\n潜江动员志愿者45人。`, '45', '429005', 'clause'],
  ['an abolished district keeps its code', `杭州市志愿服务总结\n下城区动员志愿者45人。`, '45', '330103', 'clause'],
  ['a former name', `湖北省志愿服务总结\n襄樊市动员志愿者45人。`, '45', '420600', 'clause'],
  ['the games’ cities are not Yuncheng', `杭州市志愿服务总结\n共有45人应征亚运城市志愿者。`, '45', '330100', 'title'],
  ['a street office that bears a city’s name', `${CITY}重庆街道45名志愿者上岗。`, '45', '520600', 'title'],
  ['a district in front of such a street office', `长春市朝阳区重庆街道工作总结\n志愿者45人上岗。`, '45', '220104', 'title'],
  ['a square that a county built', `${CITY}思南县建成文明实践广场31个、德江县改造校舍12个。`, '31', '520624', 'clause', 'sites'],
  ['a county’s daily report on its towns', `石泉县各镇防控工作日报\n志愿者45人上岗。`, '45', '610922', 'title'],
  ['a sum that came from inside the own city', `${CITY}一笔来自江口县的小学生，为13元。`, '13', '520600', 'title', 'money'],
  ['what another city spent on its own people', `${CITY}兄弟城市经验。宝鸡市各级工会发放慰问金30万元。`, '30万', '610300', 'clause', 'money'],
  ['goods that the city’s body brought where something happened', `${CITY}5月思南县发生地震，市妇联调集帐篷200个。`, '200', '520624', 'sentence', 'supplies'],
  ['people of the city’s body who went there', `${CITY}5月思南县发生地震，市妇联派出志愿者45人。`, '45', '520600', 'title'],
  ['two givers side by side', `${CITY}思南县送去棉衣10件，市妇联送去棉被20件。`, '20', '520600', 'title', 'supplies'],
  ['当地 is the division named before', `某简报\n在思南县，道路受阻。当地动员志愿者45人。`, '45', '520624', 'clause'],
  ['当地 of where people went is no place of the report', `${CITY}驰援上海市，为当地组织志愿者45人。`, '45', '520600', 'title'],
  ['当地 after several divisions is open', `${CITY}支持江口县、思南县等，当地志愿者45人上岗。`, '45', '520600', 'title'],
  ['该县 is a county', `某简报\n铜仁市思南县行动迅速。\n该县动员志愿者45人。`, '45', '520624', 'clause'],
  ['该县 is not the city', `某简报\n思南县行动迅速，铜仁市支持，该县动员志愿者45人。`, '45', '520624', 'clause'],
  ['a town that was named with its county', `某简报\n铜仁市思南县塘头镇受灾。\n塘头镇志愿者45人上岗。`, '45', '520624', 'clause'],
  ['a village that was named with its county', `某简报\n铜仁市思南县塘头镇东坡村受灾。\n由东坡村村民组成的志愿者45人上岗。`, '45', '520624', 'clause'],
  ['a town of two counties', `铜仁市志愿服务总结\n思南县太平镇受灾，江口县太平镇受灾，全市驰援。\n太平镇志愿者45人上岗。`, '45', '520600', 'title'],
  ['the subject of the sentence before, under a wider one', `铜仁市某简报\n铜仁市行动迅速，全市动员。截至3月8日，思南县发放棉被50件。又动员志愿者45人。`, '45', '520624', 'section'],
  ['the seat of a news agency', `抢险纪实\n新华社北京8月5日电 志愿者45人上岗。`, '45', null, 'none'],
  ['where a newspaper reports from', `抢险纪实\n本报铜仁8月5日讯 志愿者45人上岗。`, '45', '520600', 'clause'],
  ['全港 in a text that names Hong Kong', `年报\n香港疫情反复。向广东、湖北、上海学习。全港义工45人上岗。`, '45', '810000', 'clause'],
  ['the whole report of 本港', `香港年报\n本港疫情反复。香港义工向湖北、上海、广东学习，香港社署支持。\n义工45人上岗。`, '45', '810000', 'title'],
  ['全港 of another harbour', `山东省志愿服务总结\n青岛港行动迅速，全港志愿者45人上岗。`, '45', '370200', 'sentence'],
  ['a university’s own report', `南京理工大学志愿服务总结\n志愿者45人上岗。`, '45', '320100', 'title'],
  ['the receiver named behind a sum', `${CITY}三家企业捐款80万元予武汉。`, '80万', '420100', 'clause', 'money'],
  ['whom it is given to, for what the money buys', `${CITY}市侨联、市残联共同向铜仁市思南县捐赠10万元，用于购买帐篷30个。`, '30', '520624', 'sentence', 'supplies'],
  ['people are not given', `${CITY}铜仁市向思南县学习，动员志愿者45人。`, '45', '520600', 'sentence'],
  ['whom the title says it is given to', `贵州民政紧急向铜仁灾区调拨物资\n省民政厅迅速行动。\n目前已调拨帐篷400个。`, '400', '520600', 'title', 'supplies'],
  ['a giver in the title', `澳门友人思南义捐\n在思南县，友人走访了学校。思南县群众致谢，思南县领导出席。\n志愿者45人上岗。`, '45', '520624', 'title'],
  ['a giver whose whole report it is', `澳门友人义捐\n澳门义工走访了思南县的学校。澳门街坊总会组织，澳门基金会支持。\n志愿者45人上岗。`, '45', '820000', 'title'],
  ['links, for what names no place', `马拉松开跑\n铜仁今日开跑，铜仁市很热闹。\n志愿者45人。\n辽阳县| 北海市| 疏附县| 兴和县| 固始县| 无棣县| 万安县`, '45', '520600', 'report'],
  ['Hong Kong has no 县', `某基金会助学\n香港某先生来访。香港义工、香港商会同行，到我县思南中学。\n全县志愿者45人。`, '45', '520624', 'inferred'],
  ['who honours a body is not whose report it is', `某协会十周年\n湘潭市某协会举行大会。\n协会获评湖南省最佳志愿服务组织、湖南省首批社会组织，获湖南省表彰。\n志愿者45人。`, '45', '430300', 'report'],
  ['a town’s short name that is a county’s, too', `文化巡演简报\n江都区吴桥镇文化协会行动迅速。\n吴桥动员志愿者45人。`, '45', '321012', 'clause'],
  ['the short name of towns in two counties', `扬州市文化巡演简报\n扬州市行动迅速，全市动员。\n高邮市吴桥镇行动迅速。江都区吴桥镇行动迅速。\n吴桥动员志愿者45人。`, '45', '321000', 'title'],
  ['Taichung is no part of a platform', `${CITY}在“志愿铜仁”平台中，注册队伍45支，后台中登记志愿者300人。`, '300', '520600', 'title'],
  ['宁县 behind 其中', `庆阳市志愿服务总结\n全市志愿者300人，其中宁县45人。`, '45', '621026', 'clause'],
  ['山东 behind 其中', `某简报\n各省支援，其中山东45人。`, '45', '370000', 'clause'],
  ['Taichung itself', `某简报\n在台中，志愿者45人上岗。`, '45', '710000', 'sentence'],
  ['what counts a list of several divisions’ bodies', `${CITY}我市思南县社区服务中心阳光站、江口县社区服务中心阳光站等5个站点入选。`, '5', '520600', 'title', 'sites'],
  ['what counts a list in one division', `${CITY}思南县的甲社区、乙社区等5个站点入选。`, '5', '520624', 'clause', 'sites'],
  ['what counts a list of one county’s towns', `玉屏县志愿服务总结\n玉屏县大龙街道、田坪镇等5个镇街设站。`, '5', '520622', 'clause', 'sites'],
  ['several receivers are none', `铜仁市妇联通讯\n7月2日，铜仁市妇联筹集应急箱150个，发往思南县、江口县等7个区县。`, '150', '520600', 'clause', 'supplies'],
  ['the whole country under a city’s dateline', `本报铜仁9月20日电 大会今天在铜仁市闭幕，铜仁市志愿者45人服务。\n会上公布，全国各级慈善组织累计捐赠300万元。`, '300万', null, 'none', 'money'],
  ['volunteers’ bodies of the whole country', `本报铜仁12月1日电 活动今天在铜仁市举行，铜仁市志愿者到场。\n目前，全国志愿服务组织超过45个。`, '45', null, 'none', 'organisations'],
  ['what is done in many provinces', `铜仁市慈善简报\n铜仁市某基金会在全国二十三个省区援建，建站点45个。`, '45', '520600', 'sentence', 'sites'],
  ['a city that the report speaks of, and its district that is named for itself', `市民政局发出倡议，全市响应。\n淮南绍兴商会先行捐款。市餐饮协会、市书法协会随后加入。\n市环卫协会走访潘集区高皇镇。\n市摄影协会捐赠棉被45个。`, '45', '340400', 'inferred', 'supplies'],
  ['what is done all over the country', `铜仁市慈善简报\n铜仁市某基金会在全国设立站点45个。`, '45', null, 'none', 'sites'],
  ['gifts from all over the country', `${CITY}全国各地共捐赠我市帐篷45个。`, '45', '520600', 'title', 'supplies'],
  ['the whole country as a measure of rank', `${CITY}全国首批，我市招募志愿者45人。`, '45', '520600', 'title'],
  ['where those who came back have been is not whose report it is', '一、摸排情况\n武汉返回52人，湖北其他地区返回38人。\n全镇设卡点43个。', '43', null, 'none', 'sites'],
  ['a neighbour', '某简报\n全镇与湘潭市岳塘区、株洲市渌口区相邻。\n志愿者45人。', '45', null, 'none'],
  ['what lies at the border of the report’s own county', `${CITY}思南县与石阡县交界处设站点45个。`, '45', '520624', 'report', 'sites'],
  ['nothing tells', '某简报\n动员志愿者45人。', '45', null, 'none'],
]; // prettier-ignore

describe('the region of a figure', () => {
  test.each(CASES.map((each) => [each[0], each] as const))(
    '%s',
    (_says, [, text, number, code, method, indicator]) => {
      expect(regionOf(text, number, indicator).slice(0, 2)).toEqual([code, method]);
    },
  );

  test('stays open where a name may be several divisions, and says so', () => {
    const [code, , flags] = regionOf('某简报\n鼓楼区动员志愿者45人。', '45');
    expect([code, flags]).toEqual([null, ['region-ambiguous']]);
  });

  test('is named by a table’s row label before anything else', () => {
    const document = documentOf(`${CITY}志愿者45人。`);
    const match = matchOf(document, '45');
    const place = { table: 1, row: 2, column: 2, rowSpan: 1, columnSpan: 1, header: false };
    const cell = { place, rowHeaders: ['思南'], columnHeaders: ['志愿者'], caption: null };
    const sentences = document.segments.sentences.map((sentence) => ({ ...sentence, cell }));
    const regions = { ...document.prepared.regions, segments: { ...document.segments, sentences } };
    const { region } = attribute(
      { ...document.prepared, regions },
      { match, statistics: [], holds: () => false },
    );
    expect(region).toEqual({ code: '520624', name: '思南县', method: 'clause' });
  });
});

describe('a report whose own name is blanked out', () => {
  const blanked = (body: string): [string | null, string, readonly string[]] =>
    regionOf(`某市经验材料\nX市行动迅速，全市动员志愿者45人。\n${body}`, '45');

  test('takes the city in which all its counties lie', () => {
    expect(blanked('如碧江区组织宣讲。\n如思南县组织巡逻。').slice(0, 2)).toEqual(['520600', 'inferred']);
  });
  test('takes the city of one county that can be no other', () => {
    expect(blanked('如清江浦区组织宣讲。').slice(0, 2)).toEqual(['320800', 'inferred']);
  });
  test('takes the city in front of a blanked out county, for 全县 as well', () => {
    const text = '宣传工作汇报\n铜仁市XX县行动迅速。\n全县动员志愿者45人。';
    expect(regionOf(text, '45').slice(0, 2)).toEqual(['520600', 'inferred']);
  });
  test('stays open where its counties lie in several cities', () => {
    expect(blanked('如清江浦区组织宣讲。\n如思南县组织巡逻。')[0]).toBeNull();
  });
  test('stays open where the county may be several', () => {
    expect(blanked('如鼓楼区组织宣讲。')[0]).toBeNull();
  });
});

test('every division of the table has a parent in it and a code of six digits', () => {
  const codes = new Set(divisions.map(({ code }) => code));
  expect(divisions.length).toBeGreaterThan(3200);
  expect(
    divisions.filter(({ parent, heir }) => [parent, heir].some((code) => code !== null && !codes.has(code))),
  ).toEqual([]);
});
