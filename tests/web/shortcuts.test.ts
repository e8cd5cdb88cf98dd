import { isPressOf, keyOf, keysAreTaken } from '@/parts/shortcuts';

const press = (key: string, more = {}) => ({
  key,
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  defaultPrevented: false,
  ...more,
});
const inside = (selector: string) => ({ closest: (asked: string) => (asked.includes(selector) ? ({} as Element) : null) });
const pageWith = (dialog: boolean) => ({ querySelector: () => (dialog ? ({} as Element) : null) }) as unknown as Document;

describe('single keys', () => {
  it('never include Space or Enter, and no key has two meanings', () => {
    const keys = Object.values(keyOf);
    expect(keys).not.toContain(' ');
    expect(keys.every((key) => key.length === 1)).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('act with capital letters locked, but not with Shift', () => {
    expect(isPressOf('n', press('n'))).toBe(true);
    expect(isPressOf('n', press('N'))).toBe(true);
    expect(isPressOf('n', press('N', { shiftKey: true }))).toBe(false);
  });

  it('take Shift where a sign needs it', () => {
    expect(isPressOf('?', press('?', { shiftKey: true }))).toBe(true);
    expect(isPressOf('+', press('+', { shiftKey: true }))).toBe(true);
  });

  it.each([
    ['Control', { ctrlKey: true }],
    ['Command', { metaKey: true }],
    ['Alt', { altKey: true }],
    ['a word being composed', { isComposing: true }],
    ['a word being composed, as some browsers say it', { keyCode: 229 }],
    ['a key that is held down', { repeat: true }],
    ['a press that something else took', { defaultPrevented: true }],
  ])('do nothing with %s', (_what, more) => {
    expect(isPressOf('n', press('n', more))).toBe(false);
  });

  it.each(['input', 'textarea', 'select', 'contenteditable'])('do nothing inside %s', (field) => {
    expect(keysAreTaken(inside(field), pageWith(false))).toBe(true);
  });

  it('do nothing while a dialog is open, and act everywhere else', () => {
    expect(keysAreTaken(inside('button'), pageWith(true))).toBe(true);
    expect(keysAreTaken(null, pageWith(false))).toBe(false);
  });
});
