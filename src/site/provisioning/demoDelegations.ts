import type { Region } from '../../rules/participation';
import type { Delegation, RegionalOrganization } from '../delegations';

type DemoDelegation = Omit<Delegation, 'id'>;

/** The delegates of the demo and the delegations they speak for. */
const REPRESENTATIVES: Readonly<Record<string, readonly string[]>> = {
  Kenya: ['delegate.ke@example.org'],
  France: ['delegate.fr@example.org'],
  Spain: ['delegate.es@example.org', 'chair@example.org']
};

function memberState(name: string, region: Region, regionalOrganization?: RegionalOrganization): DemoDelegation {
  return { name, type: 'memberState', region, representatives: REPRESENTATIVES[name] ?? [], ...(regionalOrganization === undefined ? {} : { regionalOrganization }) };
}

function organization(name: string, region: Region, regionalOrganization: RegionalOrganization): DemoDelegation {
  return { name, type: 'regionalOrganization', region, regionalOrganization, representatives: [] };
}

/**
 * Some delegations of each region with its regional organization. Cuba counts in the Americas without being a member of
 * CITEL.
 */
export const DEMO_DELEGATIONS: readonly DemoDelegation[] = [
  memberState('Kenya', 'africa', 'ATU'),
  memberState('Senegal', 'africa', 'ATU'),
  memberState('South Africa', 'africa', 'ATU'),
  memberState('Brazil', 'americas', 'CITEL'),
  memberState('Mexico', 'americas', 'CITEL'),
  memberState('Cuba', 'americas'),
  memberState('Egypt', 'arabStates', 'LAS'),
  memberState('Saudi Arabia', 'arabStates', 'LAS'),
  memberState('Tunisia', 'arabStates', 'LAS'),
  memberState('China', 'asiaPacific', 'APT'),
  memberState('India', 'asiaPacific', 'APT'),
  memberState('Japan', 'asiaPacific', 'APT'),
  memberState('Kazakhstan', 'cis', 'RCC'),
  memberState('Russian Federation', 'cis', 'RCC'),
  memberState('Uzbekistan', 'cis', 'RCC'),
  memberState('France', 'europe', 'CEPT'),
  memberState('Netherlands', 'europe', 'CEPT'),
  memberState('Spain', 'europe', 'CEPT'),
  organization('African Telecommunications Union', 'africa', 'ATU'),
  organization('Inter-American Telecommunication Commission', 'americas', 'CITEL'),
  organization('League of Arab States', 'arabStates', 'LAS'),
  organization('Asia-Pacific Telecommunity', 'asiaPacific', 'APT'),
  organization('Regional Commonwealth in the field of Communications', 'cis', 'RCC'),
  organization('European Conference of Postal and Telecommunications Administrations', 'europe', 'CEPT')
];
