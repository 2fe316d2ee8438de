import * as React from 'react';

/** The width of an element in CSS pixels, as it changes; undefined before it was measured. */
export function useWidth(element: React.RefObject<HTMLElement>): number | undefined {
  const [width, setWidth] = React.useState<number>();
  React.useLayoutEffect(() => {
    const { current } = element;
    if (current === null) {
      return undefined;
    }
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
