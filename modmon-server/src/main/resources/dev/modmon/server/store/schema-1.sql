-- Version 1. A later version adds a file of its own; this one never changes.

-- One row for each release of each environment; only the one that is under way ever changes.
create table release (
    project     text    not null,
    environment text    not null,
    number      integer not null,
    kind        text    not null,
    commit_id   text    not null,
    tags        text    not null,
    images      text    not null,
    user        text    not null,
    message     text    not null,
    started     text    not null,
    finished    text,
    outcome     text    not null,
    reason      text    not null,
    stack       text,
    primary key (project, environment, number)
) strict, without rowid;

create table job (
    position    integer primary key,
    id          text    not null unique,
    project     text    not null,
    environment text    not null,
    release     integer not null,
    kind        text    not null,
    wanted      text    not null,
    user        text    not null,
    created     text    not null,
    state       text    not null,
    result      text
) strict;

create index job_by_state on job (state) where state <> 'finished';

create table job_event (
    job      text    not null,
    position integer not null,
    event    text    not null,
    primary key (job, position)
) strict, without rowid;

-- What it takes to undo a job that is under way. Holds secrets; gone once the job has ended.
create table journal (
    job      text primary key,
    snapshot text not null
) strict, without rowid;

create table journal_entry (
    job      text    not null,
    position integer not null,
    entry    text    not null,
    primary key (job, position)
) strict, without rowid;

-- The access rules of each project, as the last commit that an admin deployed has them.
create table project_access (
    project   text primary key,
    commit_id text not null,
    files     text not null
) strict, without rowid;
