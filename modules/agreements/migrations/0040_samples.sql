SET lock_timeout = '5s';

-- What a page of mutual expectations begins with, kind by kind, in the company's own words. A version never changes; none,
-- or one without a body, means the sample shipped with the program.
CREATE TABLE agreements.sample (
  workspace_id uuid        NOT NULL,
  kind         text        NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  language     text        NOT NULL CHECK (language IN ('ru', 'en')),
  version      int         NOT NULL CHECK (version > 0),
  -- {success, whoAnswers, ifItBreaks, howCounted, promises: [{side, words, dueOn: null}]}
  body         jsonb,
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  PRIMARY KEY (workspace_id, kind, language, version)
);
SELECT kernel.protect('agreements.sample');
SELECT kernel.append_only('agreements.sample');
