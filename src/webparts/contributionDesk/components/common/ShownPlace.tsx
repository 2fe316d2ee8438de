import * as React from 'react';
import type { NamedPlace } from '../../host/deskHost';
import { useDesk } from '../deskContext';

/** While it is there, the host takes this place for the one that the desk shows. */
export function ShownPlace({ target: { kind, id }, name }: NamedPlace): null {
  const { host } = useDesk();
  React.useEffect(() => host.show({ target: { kind, id }, name }), [host, kind, id, name]);
  return null;
}
