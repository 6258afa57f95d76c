-- Who sends returns and who reads figures.

CREATE TABLE Agency (
    Agency NVARCHAR(20) NOT NULL,
    Name NVARCHAR(200) NOT NULL,
    Sector NVARCHAR(20) NOT NULL,
    CONSTRAINT PK_Agency PRIMARY KEY (Agency));

-- Keys are random and long, so a plain SHA-256 of them is enough to keep. Permissions are words with spaces between.
-- A key without an agency belongs to the partnership: a board, an analyst, an administrator.
CREATE TABLE ApiKey (
    KeyId CHAR(36) NOT NULL,
    Name NVARCHAR(100) NOT NULL,
    KeyHash CHAR(64) NOT NULL,
    Agency NVARCHAR(20) NULL,
    Permissions NVARCHAR(200) NOT NULL,
    IsDemonstration BIT NOT NULL,
    CreatedAt DATETIME2(3) NOT NULL,
    CONSTRAINT PK_ApiKey PRIMARY KEY (KeyId),
    CONSTRAINT UQ_ApiKey_KeyHash UNIQUE (KeyHash),
    CONSTRAINT FK_ApiKey_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency));

-- In Development, the filling of the demonstration partnership: on which day it began, so that one cut short goes on with the same returns, and when it was done.
CREATE TABLE DemonstrationFill (
    BegunOn DATE NOT NULL,
    FilledAt DATETIME2(3) NULL,
    CONSTRAINT PK_DemonstrationFill PRIMARY KEY (BegunOn));
