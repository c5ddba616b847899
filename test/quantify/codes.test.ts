import { describe, expect, test } from 'vitest';
import { showNumbers, type Case } from './show-numbers.js';

describe('numbers that only name are set aside', () => {
  test.each<Case>([
    ['13912345678', '13912345678: phone'],
    ['0512-65112345', '0512-65112345: phone'],
    ['0512—65112345', '0512-65112345: phone'],
    ['400-820-8820', '400-820-8820: phone'],
    ['12355热线', '12355: phone'],
    ['12345政务服务便民热线', '12345: phone'],
    ['110指挥中心', '110: phone'],
    ['咨询电话：65112345', '65112345: phone'],
    ['热线：0731-8412 3456', '0731-8412 3456: phone'],
    ['拨打2345 6780', '2345 6780: phone'],
    ['电话：138XXXX5678', '138XXXX5678: phone'],
    ['110人', '110 = 110 人'],
    ['接听电话2300次', '2300 = 2300 次'],
  ])('telephone numbers: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });

  test.each<Case>([
    ['苏简字1004号', '1004号: document-number'],
    ['苏青联〔2020〕5号', '2020〕5号: document-number'],
    ['[2021]12号', '2021]12号: document-number'],
    ['第11期', '第11: ordinal 11'],
    ['第1004号', '第1004: ordinal 1004'],
    ['5号楼', '5号: document-number'],
    ['3号桌', '3号: document-number'],
    ['5-6号楼', '5-6号: document-number'],
    ['3号召集', '3 = 3'],
  ])('document and house numbers: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });

  test.each<Case>([
    ['第3次', '第3: ordinal 3'],
    ['第五届', '第五: ordinal 5'],
    ['第二百五十', '第二百五十: ordinal 250'],
    ['第1、2、3组', '第1、2、3: ordinal 1'],
    ['第三至五名', '第三至五: ordinal 3'],
    ['第一书记', '第一: ordinal 1'],
    ['前三名', '三: ordinal 3'],
    ['1、推进', '1: ordinal 1'],
    ['2.落实', '2: ordinal 2'],
    ['（3）加强', '3: ordinal 3'],
    ['3）宣传', '3: ordinal 3'],
    ['一、总体情况', '一: ordinal 1'],
    ['（二）主要做法', '二: ordinal 2'],
    ['共3、', '3 = 3'],
  ])('ordinals and list marks: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });

  test.each<Case>([
    ['N95口罩', '95: name'],
    ['KN95', '95: name'],
    ['84消毒液', '84: name'],
    ['520志愿者联盟', '520: name'],
    ['G20峰会', '20: name'],
    ['5G基站', '5: name'],
    ['3D打印', '3: name'],
    ['4K视频', '4: name'],
    ['COVID-19', '19: name'],
    ['PM2.5', '2.5: name'],
    ['9+N', '9+N: name'],
    ['1+5', '1+5: name'],
    ['双11', '11: name'],
    ['双十一长假', '十一: name'],
    ['三八妇女节', '三八: name'],
    ['五四青年节', '五四: name'],
    ['七一表彰', '七一: name'],
    ['八一建军节', '八一: name'],
    ['二十大', '二十大: name'],
    ['十九届五中全会', '十九届: name', '五中全会: name'],
    ['十四五规划', '十四五: name'],
    ['四个意识', '四个意识: name'],
    ['两个维护', '两个维护: name'],
    ['五位一体', '五位一体: name'],
    ['三会一课', '三会一课: name'],
    ['六个一活动', '六个一: name'],
    ['7×24小时', '7×24小时: name'],
    ['365天天服务', '365: name'],
    ['80后', '80后: name'],
    ['90后', '90后: name'],
    ['2.0版', '2.0: name'],
    ['H1N1', '1: name', '1: name'],
    ['ISO9001', '9001: name'],
    ['九三学社', '九三学社: name'],
    ['1.2.3', '1.2.3: code'],
    ['v2.0', '2.0: name'],
  ])('names: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });

  test.each<Case>([
    ['“三个一线”', '三个一线: name'],
    ['“520”', '520: slogan 520'],
    ['“五帮五送”', '五: slogan 5', '五: slogan 5'],
    ['《2020年度十大新闻》', '2020年度: date 2020', '十: name 10'],
    ['“1+1”', '1+1: name'],
    ['“300余名党员”', '300 = 300 over [300, 400] 人'],
    ['“3万名志愿者”', '3万 = 30000 人'],
    ['http://www.x.cn/2020/12345.htm', '2020/12345.htm: code'],
  ])('quotations, titles and addresses: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });

  test.each<Case>([
    ['1/3', '1/3: ratio 0.333333333333333'],
    ['3∶1', '3∶1: ratio 3'],
    ['24/7', '24/7: name'],
  ])('ratios: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });

  test.each<Case>([
    ['一名队员', '一: article 1'],
    ['一支队伍', '一: article 1'],
    ['一个村', '一: article 1'],
    ['一人', '一: article 1'],
    ['一次', '一: article 1'],
    ['添置救护车一辆，', '一 = 1 辆'],
    ['看了一台，', '一: article 1'],
    ['装上AED27台', '27 = 27 台'],
    ['1支队伍', '1 = 1 支'],
    ['1人', '1 = 1 人'],
  ])('Chinese 一 in front of a measure word: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });

  test.each<Case>([
    ['202012300101', '202012300101: code'],
    ['320581199001010011', '320581199001010011: code'],
    ['32058119900101001X', '32058119900101001X: code'],
    ['ICP备05012345号', '05012345: code'],
    ['007', '007: code'],
    ['192.168.0.1', '192.168.0.1: code'],
  ])('codes: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });
});
