-- Which steps a run executes and whose results stand in for the others, as JSON; null for a run of all steps.
alter table run add column selection_json ${text};
