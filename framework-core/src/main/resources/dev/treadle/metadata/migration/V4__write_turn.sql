-- Who wrote when. A transaction that writes begins with the row of the next turn: of several writers that take the same
-- turn one commits, and the others see what it wrote before they try the next.
create table write_turn (
  turn bigint not null,
  writer uuid not null,
  constraint write_turn_pk primary key (turn)
);
