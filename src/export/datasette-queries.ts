/** Questions that Datasette offers by name: title in both languages, SQL, parameters; an empty parameter asks for all. */
import type { Words } from './schema-words.js';

export interface NamedQuery {
  readonly title: Words;
  readonly sql: string;
  /** In the order of the form's fields. */
  readonly params: readonly string[];
}

const INDICATOR = "(:indicator = '' OR :indicator IN (i.id, i.name))";
const REGION = "(:region = '' OR :region IN (f.region_code, f.region_name))";

/**
 * The index holds two-character words (志愿者 is 志愿 愿者), so a word of Han characters is cut into pairs, and `instr` tells
 * whether the whole word is there. Other words, and single characters, are looked for in every text.
 */
const SEARCH = `WITH RECURSIVE asked (word) AS (
  SELECT trim(:word)
), places (place) AS (
  SELECT 1 UNION ALL SELECT place + 1 FROM places, asked WHERE place < length(word) - 1
), pairs (words) AS (
  SELECT group_concat('"' || substr(word, place, 2) || '"', ' ') FROM places, asked
  WHERE length(word) > 1 AND word NOT GLOB '*[^一-龥]*'
)
SELECT d.file, instr(d.text, word) - 1 AS start,
       trim(replace(substr(d.text, max(1, instr(d.text, word) - 30), 60 + length(word)), char(10), ' ')) AS around
FROM documents d, asked
WHERE (d.searchable = 0 OR (SELECT words FROM pairs) IS NULL
    OR d.number IN (SELECT rowid FROM document_words WHERE document_words MATCH (SELECT coalesce(words, '') FROM pairs)))
  AND word <> '' AND instr(d.text, word) > 0 AND d.superseded_by IS NULL
ORDER BY d.file`;

export const DATASETTE_QUERIES: Readonly<Record<string, NamedQuery>> = {
  totals_by_region: {
    title: ['Totals by region', '各地区总量'],
    params: ['indicator'],
    sql: `SELECT i.name AS indicator, t.region_code, t.region_name, t.item, t.value, t.lower, t.upper, t.unit, t.as_of, t.statements
FROM region_totals t JOIN indicators i ON i.id = t.indicator
WHERE ${INDICATOR}
ORDER BY i.name, t.region_code, t.unit, t.item`,
  },
  latest_statements: {
    title: ['Latest statement of each region, with its sentence', '各地区最近一次的说法及原句'],
    params: ['indicator'],
    sql: `SELECT indicator, region_name, as_of, value, lower, upper, unit, file, quote FROM (
  SELECT i.name AS indicator, f.region_code, f.region_name, f.as_of, f.value, f.lower, f.upper, f.unit, f.file, f.quote,
         row_number() OVER (
           PARTITION BY f.indicator, f.region_code, f.unit ORDER BY f.as_of DESC, coalesce(f.value, f.upper, f.lower) DESC
         ) AS place
  FROM current_figures f JOIN indicators i ON i.id = f.indicator
  WHERE f.statistic = 'total' AND f.redacted = 0 AND f.region_code IS NOT NULL AND f.item IS NULL AND ${INDICATOR}
) WHERE place = 1
ORDER BY indicator, region_code`,
  },
  figures_by_month: {
    title: ['Figures by month', '按月统计'],
    params: ['indicator'],
    sql: `SELECT substr(f.as_of, 1, 7) AS month, i.name AS indicator, f.unit, count(*) AS figures,
       count(DISTINCT f.document_id) AS documents
FROM current_figures f JOIN indicators i ON i.id = f.indicator
WHERE f.as_of IS NOT NULL AND ${INDICATOR}
GROUP BY month, f.indicator, f.unit
ORDER BY month, i.name, f.unit`,
  },
  search_documents: {
    title: ['Documents that hold a word of any length', '全文检索（字数不限）'],
    params: ['word'],
    sql: SEARCH,
  },
  search_sentences: {
    title: ['Figures whose sentence holds a word', '原句含某词的数据'],
    params: ['word'],
    sql: `SELECT f.file, i.name AS indicator, f.region_name, f.exact, f.unit_text, f.as_of, f.quote, f.figure_id
FROM current_figures f JOIN indicators i ON i.id = f.indicator
WHERE :word <> '' AND instr(f.quote, :word) > 0
ORDER BY f.file, f.start`,
  },
  region_and_below: {
    title: ['A region and all below it (code)', '某地区及其下级（填区划代码）'],
    params: ['region', 'indicator'],
    sql: `WITH RECURSIVE below (code) AS (
  SELECT code FROM regions WHERE code = :region
  UNION SELECT r.code FROM regions r JOIN below b ON r.parent = b.code
)
SELECT f.region_code, f.region_name, i.name AS indicator, f.item, f.value, f.lower, f.upper, f.unit, f.as_of, f.file, f.quote
FROM below b JOIN current_figures f ON f.region_code = b.code JOIN indicators i ON i.id = f.indicator
WHERE ${INDICATOR}
ORDER BY f.region_code, i.name, f.as_of`,
  },
  counties_without: {
    title: [
      'Divisions right below a region that state nothing (code)',
      '某地区未报告的直接下级（填区划代码）',
    ],
    params: ['region', 'indicator'],
    sql: `SELECT r.code, r.name FROM regions r
WHERE r.parent = :region AND r.heir IS NULL AND NOT EXISTS (
  SELECT 1 FROM current_figures f JOIN indicators i ON i.id = f.indicator
  WHERE f.region_code = r.code AND ${INDICATOR})
ORDER BY r.code`,
  },
  figure_in_context: {
    title: ['A figure in its text', '某条数据的上下文'],
    params: ['figure_id'],
    sql: `SELECT d.file, f.page, f.paragraph, f.cell,
       substr(d.text, max(1, f.start - 79), min(80, f.start)) || '⟦' || f.exact || '⟧' || substr(d.text, f."end" + 1, 80) AS context
FROM figures f JOIN documents d ON d.id = f.document_id
WHERE :figure_id <> '' AND f.figure_id BETWEEN :figure_id AND :figure_id || 'g'`,
  },
  waiting_by_file: {
    title: ['What waits for review, by file', '各文件待审核数'],
    params: [],
    sql: `SELECT file, count(*) AS waiting, round(min(confidence), 2) AS least_sure
FROM review_queue GROUP BY file ORDER BY waiting DESC, file`,
  },
  conflicts_with_sentences: {
    title: ['Conflicts with both sentences', '互相矛盾的数字及两处原句'],
    params: ['region'],
    sql: `SELECT f.kind, i.name AS indicator, f.region_name, f.unit, f.as_of_a, coalesce(f.value_a, f.lower_a) AS a, f.as_of_b,
       coalesce(f.value_b, f.lower_b) AS b, f.file_a, f.quote_a, f.file_b, f.quote_b
FROM conflicts f JOIN indicators i ON i.id = f.indicator
WHERE ${REGION}
ORDER BY f.region_code, i.name, f.as_of_a`,
  },
  decisions_by_reviewer: {
    title: ['Decisions by reviewer', '各审核人的审核情况'],
    params: [],
    sql: `SELECT who, action, count(*) AS decisions, min(at) AS first, max(at) AS last
FROM decisions GROUP BY who, action ORDER BY who, decisions DESC, action`,
  },
  confidence_by_indicator: {
    title: ['How sure, by indicator', '各指标的把握'],
    params: [],
    sql: `SELECT i.name AS indicator, count(*) AS figures, round(avg(f.confidence), 3) AS average_confidence, sum(f.needs_review) AS doubtful
FROM current_figures f JOIN indicators i ON i.id = f.indicator
GROUP BY f.indicator ORDER BY average_confidence`,
  },
};
