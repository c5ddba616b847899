/** A date as people type it → ISO. */

/** Takes 2022-3-31, 2022.3.31, 2022年3月31日 and 20220331; must not take 22-3-31, 2022-3 or 9999-1-1. */
const TYPED = /^((?:19|20|21)\d\d)(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** Null for what is no date, and for none. */
export function parseDate(typed: string): string | null {
  const [, year, ...parts] = TYPED.exec(typed.normalize('NFKC').replace(/\s/g, '')) ?? [];
  const [month, day] = parts.filter(Boolean);
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
