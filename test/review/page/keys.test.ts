import { expect, test } from 'vitest';
import { actionOf, ACTIONS, KEYS, type Pressed } from '../../../src/review/page/logic/keys.js';

const press = (key: string, more: Partial<Pressed> = {}) =>
  actionOf({
    ...{ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false },
    ...{ repeat: false, inField: false, onControl: false },
    ...more,
  });

test('no key means two things', () => {
  const keys = ACTIONS.flatMap((action) => KEYS[action].keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['a', 'accept'],
  ['Enter', 'accept'],
  ['C', 'correct'], // Caps Lock
  ['ArrowRight', 'next'],
  ['/', 'search'],
  ['x', null],
])('%s is %s', (key, action) => {
  expect(press(key)).toBe(action);
});

test.each<Partial<Pressed>>([
  { inField: true },
  { ctrlKey: true },
  { altKey: true },
  { metaKey: true },
  { shiftKey: true },
  { isComposing: true },
])('with %j, a letter is left alone', (more) => {
  expect(press('a', more)).toBeNull();
});

test('Enter on a button sets off the button', () => {
  expect(press('Enter', { onControl: true })).toBeNull();
  expect(press('a', { onControl: true })).toBe('accept');
});

test('a key held down moves on and decides nothing', () => {
  expect(press('j', { repeat: true })).toBe('next');
  expect(press('a', { repeat: true })).toBeNull();
});

test('? works with Shift, as most keyboards need it', () => {
  expect(press('?', { shiftKey: true })).toBe('help');
});
