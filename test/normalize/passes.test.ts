import { describe, expect, it } from 'vitest';
import { normalize, normalizeFragment } from '../../src/normalize/normalize.js';
import { documentOf } from './document-of.js';

const options = { protectedNames: ['乾县', '於潜镇'], furniture: [/^浏览数：/, /版权所有/] };
const normalized = (text: string): string => normalize(documentOf(text), options).text;
const table = (cases: readonly (readonly [written: string, becomes: string])[]): void => {
  it.each(cases)('%j becomes %j', (written, becomes) => expect(normalized(written)).toBe(becomes));
};
const kept = (texts: readonly string[]): void => {
  it.each(texts)('%j stays', (text) => expect(normalized(text)).toBe(text));
};
/** A page's worth of own prose that breaks off. */
const page = (end: string): string =>
  `${'本周各村党支部组织党员分片入户，逐家登记返乡人员。村干部轮流值守，劝返外来车辆，并为老人代买药品。'.repeat(3)}随后${end}`;

describe('characters', () => {
  table([
    ['共５９，１６９人（次）', '共59,169人（次）'],
    ['共59,169人(次),26支', '共59,169人（次），26支'],
    ['接听1200,1500次', '接听1200，1500次'],
    ['每日8:30至18：00;全天开放', '每日8:30至18:00；全天开放'],
    ['完成率９８．５％', '完成率98.5%'],
    ['工作结束.下一步', '工作结束。下一步'],
    ['一.加强领导', '一.加强领导'],
    ['发放3—5万份、3～5万份', '发放3-5万份、3～5万份'],
    ['二○二二年，○○名', '二〇二二年，○○名'],
    ['一萬○一百元，○一名', '一万〇一百元，○一名'],
    ['「暖冬」行动', '“暖冬”行动'],
    ['"暖冬"行动', '“暖冬”行动'],
    ['⼈员到位', '人员到位'],
    ['志愿\u200b者\u00a050\u3000人&nbsp;到岗。', '志愿者50人到岗。'],
    ['加强领导，,确保安全。。', '加强领导，确保安全。'],
    ['党员,，群众；。', '党员，群众。'],
  ]);
  kept([
    '见http://example.org/a?b=c:d',
    'Hello, world: ok',
    '消杀15万㎡',
    '怎么办？！',
    '捐款**元，物资**件',
    '志愿者□□名',
    '热线——12355',
  ]);
});

describe('blanks', () => {
  table([
    ['调来 46 台 货车，转运 蔬菜大米', '调来46台货车，转运蔬菜大米'],
    ['　　二是 备好料。 ', '二是备好料。'],
    ['工 作 总 结', '工作总结'],
    ['其他开支0. 5万元', '其他开支0.5万元'],
  ]);
  kept([
    '淮东市：守护一座城 温暖一群人',
    '捐款1 000 元'.replace(' 元', '元'),
    '街道  人数  金额',
    '9. 5万元到账',
    '10. 5万元到账',
    '东街\t15\t30',
  ]);
});

describe('pinyin readings', () => {
  table([
    ['應(yīng)對(duì)疫情', '应对疫情'],
    ['一萬(wàn)六千人', '一万六千人'],
    ['开展（fā zhǎn）工作', '开展工作'],
    ['发(f ā)放物资', '发放物资'],
    ['发（fā放物资', '发放物资'],
    ['发fā)放物资', '发放物资'],
    ['旅(lǚ)客服务，绿(lü4)色', '旅客服务，绿（lü4）色'],
  ]);
  it('takes those without tones from a text full of them, repeated ones too', () => {
    const annotated = '志(zhi)愿(yuan)(yuan)者(zhe)服(fu)务(wu)(wu)学(xue)校(xiao)，'.repeat(4);
    expect(normalized(annotated)).toBe('志愿者服务学校，'.repeat(4));
    expect(normalized('协会(he)与学校(an)')).toBe('协会（he）与学校（an）');
  });

  it('takes those without tones only from a text full of readings', () => {
    const many = '報(bào)'.repeat(8);
    expect(normalized(`${many}的(de)服(fu2)务`)).toBe(`${'报'.repeat(8)}的服务`);
    expect(normalized('报(bào)的(de)服(fu2)务')).toBe('报的（de）服（fu2）务');
  });
  it('leaves bracketed words and units alone, even there', () => {
    const many = '報(bào)'.repeat(8);
    expect(normalized(`${many}客户端(APP)、产值(GDP)、直播(VR)、长(cm)、重(kg)`)).toBe(
      `${'报'.repeat(8)}客户端（APP）、产值（GDP）、直播（VR）、长（cm）、重（kg）`,
    );
  });
});

describe('traditional characters', () => {
  table([
    ['組織幹部發放口罩', '组织干部发放口罩'],
    ['乾县組織於潜镇幹部', '乾县组织於潜镇干部'],
    ['鮀蓮街道', '𬶍莲街道'],
  ]);
  kept(['乾县开展慰藉活动', '乾隆年间']);
  it('lead back character by character, also behind an astral result', () => {
    const result = normalizeFragment('鮀蓮街道組織幹部32人', []);
    const at = result.text.indexOf('32');
    expect(result.toSource({ start: at, end: at + 2 })).toEqual({ start: 8, end: 10 });
  });
});

describe('page marks', () => {
  table([
    ['筹集资金45000\n3、余元', '筹集资金45000余元'],
    ['请来七位老党员和志愿\n6、者一同守夜', '请来七位老党员和志愿者一同守夜'],
    ['第一段。\n- 12 -\n第二段。', '第一段。\n第二段。'],
    ['第一段。\n第3页 共10页\n第二段。', '第一段。\n第二段。'],
    [`${page('志愿')}\n浏览数：512\n者到村值守。`, `${page('志愿')}\n者到村值守。`],
  ]);
  it('takes a run of numbers that cut sentences, a page apart, and the 1、 before it', () => {
    const text = `1、${page('志愿')}\n2、服务队到村\n${page('组织')}\n3、干部下沉`;
    expect(normalized(text)).toBe(`${page('志愿')}服务队到村\n${page('组织')}干部下沉`);
  });
  it('takes bare numbers in such a run', () => {
    const text = `${page('志愿')}\n\n7\n\n服务队到村\n${page('组织')}\n8\n干部下沉`;
    expect(normalized(text)).toBe(
      `${page('志愿')}\n\n服务队到村\n${page('组织')}\n干部下沉`.replaceAll(/\n+(?=服|干)/g, ''),
    );
  });
  kept([
    '主要做法如下：\n1、加强领导\n2、落实责任\n3、严格督查',
    '一、基本情况\n1、动员党员320名，走访住户。\n2、余下住户由网格员走访。',
    '人数\n12\n场次\n13',
    '1、村干部值守。\n2、志愿者送药。',
  ]);
});

describe('line breaks', () => {
  const wrapped = [
    '本月以来，全县各级团组织积极动员青年投身',
    '社区服务一线，先后组建突击队二十六支，招',
    '募志愿者三千二百余名，为独居老人送菜送药',
    '一千五百余次，受到群众好评。',
    '二、下步打算',
    '继续加强力量，做好春节期间的值守与关爱工',
    '作。',
  ].join('\n');
  it('are joined in hard-wrapped text, but not at headings', () => {
    expect(normalized(wrapped)).toBe(
      '本月以来，全县各级团组织积极动员青年投身社区服务一线，先后组建突击队二十六支，招募志愿者三千二百余名，为独居老人送菜送药一千五百余次，受到群众好评。\n二、下步打算\n继续加强力量，做好春节期间的值守与关爱工作。',
    );
  });
  table([
    ['逐户讲清防火规定,\n\n签下承诺书。', '逐户讲清防火规定，签下承诺书。'],
    [
      '张榜招人，腾出空房，编成巡逻队\n\n1800 余支，设岗86处。',
      '张榜招人，腾出空房，编成巡逻队1800余支，设岗86处。',
    ],
    ['共筹集120\n万元。', '共筹集120万元。'],
    ['共走访住户\n，解决问题。', '共走访住户，解决问题。'],
    ['- 一是排好班。\n- 二是备好料。', '一是排好班。\n二是备好料。'],
    ['# 工作总结\n**一、成效**', '工作总结\n一、成效'],
  ]);
  kept([
    '团县委\n2021年8月17日',
    '一、基本情况\n全县动员党员。',
    '走访，登记，送药\n二是加强宣传',
    '东街\t15\n西街\t30',
    '投入45\n30名',
    '社区义工人数：526\n服务时数：6,424\n受训人数：40',
    [
      '一、队伍：一声号令，各路齐上阵',
      '截至月底，全县招募青年三百二十名，编成八个小队，轮流到各村口值守。',
      '二、物资：四面八方，心意汇一处',
      '本月募得善款十二万元，购置口罩五千只，分送到各个村口和敬老院里。',
      '三、宣传：线上线下，声音更响亮',
      '平台发布推文六十篇，阅读量八万次，另有短视频十五条，反响都很好。',
      '四、关爱：结对帮扶，守护到身边',
      '各团支部结对留守儿童六十名，辅导作业二百次，节前还送去新书包。',
    ].join('\n'),
  ]);
  it('between cells stay', () => {
    const text = '人数，\n320\n元';
    expect(
      normalize(
        documentOf(text, () => 'cell'),
        options,
      ).text,
    ).toBe(text);
  });
});
