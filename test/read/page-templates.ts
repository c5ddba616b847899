/** Takes the body of a report as HTML; gives whole pages in the manner of the sites that publish such reports. All of it is made up. */

export interface Article {
  readonly title: string;
  /** HTML of the text. */
  readonly body: string;
}

const sideNews = [
  '我市组织志愿者4300名参加春季植树',
  '市慈善总会半年募集善款912万元',
  '全市累计献血1.6万人次',
  '市红十字会发放救灾物资2200箱',
];
const links = (titles: readonly string[], date = ''): string =>
  titles
    .map((title, index) => `<li><a href="/art/2024/${index}.html" target="_blank">${title}</a>${date}</li>`)
    .join('\n');

/** A county's portal: div layout, metadata that authorities must give, counts, share buttons, neighbours, footer. */
export const governmentPage = ({ title, body }: Article): string => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="SiteName" content="云岭县人民政府"><meta name="ArticleTitle" content="${title}">
<meta name="PubDate" content="2024-03-05 09:30"><meta name="ContentSource" content="县民政局">
<title>${title}_云岭县人民政府</title>
<style>.view{line-height:2} .hide{display:none}</style>
<script>document.write('<p>脚本里的志愿者99999名</p>');</script></head>
<body>
<div class="header"><div class="top-bar"><a href="/">设为首页</a> | <a href="#">加入收藏</a><span id="date">今天是2024年3月8日</span></div>
<div class="logo"><h1><a href="/">云岭县人民政府</a></h1></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="container">
<div class="crumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/xw/">工作动态</a> &gt; 正文</div>
<div class="article-box">
<div class="bt">${title}</div>
<div class="info"><span>发布时间：2024-03-05 09:30</span>&nbsp;&nbsp;<span>来源：县民政局</span>&nbsp;&nbsp;<span>浏览次数：<i id="hits">3,256</i></span>
<span class="font">字体：[<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>]</span> <a href="javascript:window.print()">打印</a></div>
<div id="zoom" class="view TRS_UEDITOR trs_paper_default">${body}</div>
<div class="tool"><a href="javascript:window.print()">【打印本页】</a><a href="javascript:window.close()">【关闭窗口】</a></div>
<div class="share bdsharebuttonbox">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div class="pages"><p>上一篇：<a href="1.html">我县招募助残志愿者1500名</a></p><p>下一篇：<a href="2.html">全县募集抗旱资金86万元</a></p></div>
</div>
<div class="right"><h3>热点新闻</h3><ul>${links(sideNews, '<span>2024-03-01</span>')}</ul></div>
</div>
<div class="footer"><p>版权所有：云岭县人民政府办公室\u3000主办：云岭县人民政府</p><p>网站标识码：0000000001\u3000云ICP备00000001号\u3000<a href="#">网站地图</a></p><p>地址：云岭县人民路1号\u3000您是第 1203456 位访客</p></div>
</body></html>`;

/** An old site of a union: GB2312 in its time, tables in tables, line ends instead of paragraphs. */
export const tablePage = ({ title, body }: Article): string => `<html>
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>云岭市总工会-${title}</title></head>
<body bgcolor="#ffffff"><form id="form1" action="view.aspx" method="post">
<table width="1000" border="0" align="center"><tr><td><table width="100%"><tr>
<td><a href="index.asp">首\u3000页</a></td><td><a href="a.asp">工会新闻</a></td><td><a href="b.asp">帮扶维权</a></td><td><a href="c.asp">职工之家</a></td></tr></table></td></tr>
<tr><td>当前位置：<a href="index.asp">首页</a>&gt;&gt;<a href="a.asp">工会新闻</a></td></tr>
<tr><td><table width="100%" border="0"><tr>
<td width="220" valign="top"><table><tr><td>相关新闻</td></tr>${sideNews.map((name) => `<tr><td>·<a href="x.asp">${name}</a></td><td>03-01</td></tr>`).join('')}</table></td>
<td valign="top"><table width="100%"><tr><td align="center"><font size="5"><b>${title}</b></font></td></tr>
<tr><td align="center">发布日期：2024-03-05\u3000作者：办公室\u3000点击数：3256\u3000【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</td></tr>
<tr><td class="content">${body}</td></tr>
<tr><td align="right">责任编辑：小周\u3000【<a href="javascript:print()">打印</a>】【<a href="javascript:close()">关闭</a>】</td></tr>
<tr><td>上一篇：<a href="1.asp">市总工会慰问职工2600人</a></td></tr><tr><td>下一篇：没有了</td></tr></table></td>
</tr></table></td></tr>
<tr><td align="center">版权所有 云岭市总工会\u3000技术支持：某某科技<br>地址：云岭市解放路8号\u3000电话：0999-1234567<br>访问量：1203456</td></tr></table></form></body></html>`;

/** An article of an account: hidden until its script runs, sections in sections, a page's worth of scripts around. */
export const accountPage = ({ title, body }: Article): string => `<!DOCTYPE html>
<html class=""><head><meta charset="utf-8"><meta property="og:title" content="${title}"><title></title>
<script nonce="1">var msg_title = '${title}'; var read_num = 3256;</script></head>
<body id="activity-detail" class="zh_CN">
<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><div class="rich_media_area_primary_inner">
<div id="img-content" class="rich_media_wrp">
<h1 class="rich_media_title" id="activity-name">
${title}
</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">云岭青年</span>
<span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">云岭青年志愿者</a></span>
<em id="publish_time" class="rich_media_meta rich_media_meta_text">2024-03-05 09:30</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; "><section style="padding:10px"><section>${body}</section></section></div>
<script>document.getElementById('js_content').style.visibility='visible'</script>
</div>
<div id="js_tags" class="article-tag"><a href="#a">志愿服务</a> <a href="#b">青年</a></div>
<div class="rich_media_tool"><a href="##">阅读原文</a><div id="js_read_area" style="display:none;">阅读 <span id="readNum3">3256</span></div><span>在看 36</span></div>
</div></div>
<div class="rich_media_area_extra"><div class="rich_media_extra"><ul>${links(sideNews)}</ul></div></div>
<div id="js_pc_qr_code" class="qr_code_pc_outer" style="display:none;"><p>微信扫一扫<br>关注该公众号</p></div></div></div>
</body></html>`;

export const TEMPLATES: Readonly<Record<string, (article: Article) => string>> = {
  governmentPage,
  tablePage,
  accountPage,
};

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const tabs = (line: string): number => line.split('\t').length - 1;

/** A typed text as the HTML of an editor; lines with as many tabs become a table. */
export function bodyOfText(text: string): string {
  const lines = text.split('\n');
  const parts: string[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at + 1;
    while (tabs(lines[at]!) > 0 && end < lines.length && tabs(lines[end]!) === tabs(lines[at]!)) end += 1;
    if (end - at > 1) {
      const row = (line: string): string =>
        `<tr>${line
          .split('\t')
          .map((cell) => `<td>${escape(cell)}</td>`)
          .join('')}</tr>`;
      parts.push(
        `<table border="1" cellspacing="0"><tbody>${lines.slice(at, end).map(row).join('')}</tbody></table>`,
      );
    } else if (lines[at]!.trim() !== '')
      parts.push(
        `<p style="text-indent: 2em;"><span style="font-size: 16px;">${escape(lines[at]!)}</span></p>`,
      );
    at = end;
  }
  return parts.join('\n');
}
