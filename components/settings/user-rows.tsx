"use client";

import { Age } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { useWide } from "@/components/ui/use-wide";
import type { User } from "@/lib/contract/access";

interface RowsProps {
  users: readonly User[];
  /** The id of the one who looks. */
  self: string;
  disabled: boolean;
  onEdit: (user: User) => void;
  onRemove: (user: User) => void;
}
type RowProps = Omit<RowsProps, "users"> & { user: User };

const connectionWords = ({ connections }: User) => (connections === null ? "all" : connections.join(", ") || "none");

function Name({ user, self }: { user: User; self: string }) {
  return (
    <>
      {user.email}
      {user.id === self ? <span className="font-normal text-faint"> (you)</span> : null}
      {user.disabled ? <span className="block text-sm font-normal text-caution">disabled</span> : null}
    </>
  );
}

function Buttons({ user, self, disabled, onEdit, onRemove }: RowProps) {
  const own = user.id === self;
  return (
    <>
      <Button small disabled={disabled} aria-label={`Edit ${user.email}`} onClick={() => onEdit(user)}>
        Edit
      </Button>{" "}
      <Button
        small
        tone="danger"
        disabled={disabled || own}
        title={own ? "You cannot remove yourself" : undefined}
        aria-label={`Remove ${user.email}`}
        onClick={() => onRemove(user)}
      >
        Remove
      </Button>
    </>
  );
}

function Table({ users, ...rest }: RowsProps) {
  return (
    <table className="data-table">
      <caption className="sr-only">Users</caption>
      <thead>
        <tr>
          <th scope="col">E-mail</th>
          <th scope="col">Role</th>
          <th scope="col">Connections</th>
          <th scope="col">Last seen</th>
          <th scope="col">
            <span className="sr-only">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <th scope="row" className="[overflow-wrap:anywhere]">
              <Name user={user} self={rest.self} />
            </th>
            <td>{user.role}</td>
            <td>{connectionWords(user)}</td>
            <td className="whitespace-nowrap">{user.lastSeenAt ? <Age iso={user.lastSeenAt} /> : "never"}</td>
            <td className="num whitespace-nowrap">
              <Buttons user={user} {...rest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ users, ...rest }: RowsProps) {
  return (
    <ul aria-label="Users">
      {users.map((user) => (
        <li key={user.id} className="border-b border-line px-3.5 py-2.5 last:border-0">
          <p className="font-medium [overflow-wrap:anywhere]">
            <Name user={user} self={rest.self} />
          </p>
          <p className="mt-0.5 text-sm text-muted">
            {user.role}; connections: {connectionWords(user)};{" "}
            {user.lastSeenAt ? (
              <>
                last seen <Age iso={user.lastSeenAt} />
              </>
            ) : (
              "never seen"
            )}
          </p>
          <p className="mt-1.5">
            <Buttons user={user} {...rest} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Who may come in: a table where there is room for one, else cards. */
export function UserRows(props: RowsProps) {
  return useWide() ? <Table {...props} /> : <Cards {...props} />;
}
