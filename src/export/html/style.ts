/** How a report looks: light and dark, on screen and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#5b6472;--line:#d5dbe3;--paper:#fff;--head:#eef2f7;--link:#0b57d0;
--gap:#f3f4f6;--sum:#e6effc;--clash:#fce4da;--mark:#fff1a8}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#a3adbb;--line:#39414d;--paper:#14171c;--head:#222833;
--link:#8ab4f8;--gap:#1c2027;--sum:#1a2b47;--clash:#4a2620;--mark:#5c4f10}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:15px/1.55 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
body{max-width:1280px;margin:0 auto;padding:24px}
h1{font-size:1.55rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}
h3{font-size:1.02rem;margin:1.4rem 0 .3rem}h4{font-size:.95rem;margin:.9rem 0 .3rem}
p{margin:.3rem 0}.soft,small{color:var(--soft)}small{display:block;font-size:.78rem;line-height:1.35}
a{color:var(--link);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
.wide{overflow-x:auto;margin:.6rem 0 1.4rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border:1px solid var(--line);padding:.35rem .55rem;text-align:left;vertical-align:top}
thead th,tfoot th,tfoot td{background:var(--head)}th[scope=row]{white-space:nowrap;font-weight:600;background:var(--paper)}
td.amount{text-align:right;min-width:6.5rem}td.amount a{display:block;color:inherit}td.amount b{font-weight:600}
td.gap{background:var(--gap);color:var(--soft);font-style:italic;font-size:.85rem}
td.rolled-up{background:var(--sum)}td.rolled-up b{font-style:italic}td.contradicted{background:var(--clash)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;list-style:none;font-size:.85rem}
.legend i{display:inline-block;width:1.1em;height:1.1em;border:1px solid var(--line);vertical-align:-.2em;margin-right:.4em}
i.rolled-up{background:var(--sum)}i.contradicted{background:var(--clash)}i.gap{background:var(--gap)}
figure{margin:1rem 0;background:#fff;padding:8px;border:1px solid var(--line)}figure svg{display:block;max-width:100%;height:auto}
blockquote{margin:.35rem 0;padding:.3rem .8rem;border-left:3px solid var(--line);overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit}:target{outline:2px solid var(--link);outline-offset:4px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;font-size:.88rem}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
@media screen{thead th{position:sticky;top:0}th[scope=row]{position:sticky;left:0}}
@page{size:A4 landscape;margin:12mm}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#aaa;--paper:#fff;--head:#eee;--link:#000;--gap:#f3f4f6;--sum:#e6effc;--clash:#fce4da;--mark:#fff1a8}
html{font-size:10px;print-color-adjust:exact;-webkit-print-color-adjust:exact}body{max-width:none;padding:0}
.wide{overflow:visible}thead{display:table-header-group}tfoot{display:table-row-group}tr,blockquote,figure{break-inside:avoid}h2,h3,h4{break-after:avoid}.back{display:none}}
`;
