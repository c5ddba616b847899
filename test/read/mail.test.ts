import { describe, expect, test } from 'vitest';
import { membersWithin } from '../../src/read/members.js';
import { SAFE_LIMITS } from '../../src/read/registry.js';
import { mailOf } from './made-files.js';
import type { SourceDocument } from '../../src/model.js';
import { codes, fixture, read } from './support.js';

const blocks = ({ blocks: all, text }: SourceDocument): string[] =>
  all.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);

const REPORT = '全区共招募志愿者320名。\n\n服务时长1.2万小时。';

describe('a mail', () => {
  test('is a document: its subject a heading, its words paragraphs; who sent it is furniture', async () => {
    const document = await read(mailOf({ subject: '东山区二月志愿服务情况', text: REPORT }), 'a.eml');
    expect(blocks(document)).toEqual([
      'heading 东山区二月志愿服务情况',
      'paragraph 全区共招募志愿者320名。',
      'paragraph 服务时长1.2万小时。',
      'furniture 发件人：东山区团委 dongshan@example.com',
      'furniture 收件人：云岭市团委 yunling@example.com',
      'furniture 日期：Fri, 1 Mar 2024 00:30:00 +0800',
    ]);
    expect(document.properties).toEqual({ title: '东山区二月志愿服务情况', created: '2024-03-01' });
  });

  test('that is a page alone, or has a table in it, is read as a page', async () => {
    const html = `<p>数据如下：</p><table border="1"><tr><th>地区</th><th>志愿者（人）</th></tr><tr><td>东山区</td><td>320</td></tr></table>`;
    for (const text of ['', '数据如下：\n地区 志愿者（人） 东山区 320'])
      expect(blocks(await read(mailOf({ subject: '报送', text, html }), 'a.eml')).slice(1, 6)).toEqual([
        'paragraph 数据如下：', 'cell 地区', 'cell 志愿者（人）', 'cell 东山区', 'cell 320',
      ]); // prettier-ignore
    const plain = mailOf({ subject: '报送', text: '志愿者8名', html: '<p>志愿者<b>8</b>名</p>' });
    expect(blocks(await read(plain, 'a.eml'))[1]).toBe('paragraph 志愿者8名');
  });

  test('holds what is attached to it, a mail too, and not the pictures of its signature', async () => {
    const inner = mailOf({ subject: '转', text: '志愿者8名' });
    const mail = mailOf({
      subject: '报送',
      text: '见附件',
      attachments: [
        { name: '汇报.docx', content: fixture('report.docx') },
        { name: '', content: inner, type: 'message/rfc822' },
      ],
    });
    const found: string[] = [];
    for await (const { path, content } of membersWithin(mail, 'a.eml', SAFE_LIMITS))
      found.push(`${path.join(' > ')} ${content instanceof Uint8Array ? content.length : content.code}`);
    expect(found).toEqual([`汇报.docx ${fixture('report.docx').length}`, `2.eml ${inner.length}`]);
    expect(await codes(mail, 'a.eml')).toEqual(['document-container']);
  });

  test('may have its subject and words in bare GBK', async () => {
    const head = 'Received: from mx\nFrom: a@example.com\nTo: b@example.com\nSubject: ';
    const gbk = Buffer.from('bbe3b1a8', 'hex');
    const type = '\nContent-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n';
    // 志愿者320名
    const words = Buffer.from('d6bed4b8d5df333230c3fb', 'hex');
    const document = await read(Buffer.concat([Buffer.from(head), gbk, Buffer.from(type), words]), 'a.eml');
    expect(blocks(document).slice(0, 2)).toEqual(['heading 汇报', 'paragraph 志愿者320名']);
  });

  test.each([
    ['a note that begins like a header', 'Note: 志愿者12名\nTo do: 3\n'],
    ['a page that a browser saved', 'From: <Saved by Blink>\nSubject: a\nMIME-Version: 1.0\n\n志愿者'],
    ['a text that quotes a mail', '来信如下：\nFrom: a@example.com\nTo: b@example.com\n志愿者12名\n'],
  ])('is not %s', async (_, text) => {
    expect((await read(Buffer.from(text), 'a.txt')).format).not.toBe('eml');
  });

  test('without words or attachments says so', async () => {
    expect(await codes(Buffer.from('From: a@b.cn\nTo: c@d.cn\n\n'), 'a.eml')).toEqual([
      'document-without-text',
    ]);
  });

  test('of parts inside parts without end is refused', async () => {
    let body = 'Content-Type: text/plain\n\na\n';
    for (let level = 0; level < 2000; level += 1)
      body = `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n${body}--b${level}--\n`;
    expect(await codes(Buffer.from(`From: a@b.cn\nTo: c@d.cn\n${body}`), 'a.eml')).toEqual([
      'document-damaged',
    ]);
  });
});
