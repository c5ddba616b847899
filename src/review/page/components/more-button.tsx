/** A button that shows more of what is long; it presses itself when it comes near what is on screen. */
import { useEffect, useRef } from 'preact/hooks';

/** How far off the screen it does so. */
const NEAR = '600px 0px';

interface Props {
  readonly label: string;
  readonly more: () => void;
  /** Selector of the box that scrolls. */
  readonly within: string;
  /** What is shown so far: another value after each press. */
  readonly shown: number;
}

export function MoreButton({ label, more, within, shown }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const press = useRef(more);
  press.current = more;
  useEffect(() => {
    const { current: own } = button;
    if (!own) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((one) => one.isIntersecting) && press.current(),
      {
        root: own.closest(within),
        rootMargin: NEAR,
      },
    );
    observer.observe(own);
    return () => observer.disconnect();
  }, [shown]);
  return (
    <button ref={button} type="button" class="button small more" onClick={more}>
      {label}
    </button>
  );
}
