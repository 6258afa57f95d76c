-- What others have published, and how many people live here: loaded as tables, and kept. A load that has an indicator, a kind of area
-- and a period (or a dimension and a day) takes the place of all that was loaded of these before.
-- LoadedBy is the id of a key, without a reference: a key's row is deleted when it is changed.

CREATE TABLE BenchmarkLoad (
    LoadId CHAR(36) NOT NULL,
    LoadedAt DATETIME2(3) NOT NULL,
    LoadedBy CHAR(36) NOT NULL,
    CONSTRAINT PK_BenchmarkLoad PRIMARY KEY (LoadId));

-- BenchmarkValue is null where the area publishes none. Closeness is the model's word for how near a statistical neighbour is.
CREATE TABLE Benchmark (
    LoadId CHAR(36) NOT NULL,
    LineNumber INT NOT NULL,
    Indicator NVARCHAR(60) NOT NULL,
    AreaType NVARCHAR(30) NOT NULL,
    AreaCode NVARCHAR(20) NOT NULL,
    AreaName NVARCHAR(120) NOT NULL,
    Period NVARCHAR(20) NOT NULL,
    FromDay DATE NOT NULL,
    ToDay DATE NOT NULL,
    BenchmarkValue DECIMAL(14, 2) NULL,
    NeighbourRank INT NULL,
    Closeness NVARCHAR(40) NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_Benchmark PRIMARY KEY (LoadId, LineNumber),
    CONSTRAINT FK_Benchmark_BenchmarkLoad FOREIGN KEY (LoadId) REFERENCES BenchmarkLoad (LoadId));

CREATE INDEX IX_Benchmark_Indicator ON Benchmark (Indicator, ToDay);

-- People who live in the area, by member of a breakdown (ethnicity, sex, age, disability), from a day until the next that is given.
CREATE TABLE AreaPopulation (
    LoadId CHAR(36) NOT NULL,
    LineNumber INT NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    Member NVARCHAR(120) NOT NULL,
    ValidFrom DATE NOT NULL,
    People INT NOT NULL,
    BeganAt DATETIME2(3) NOT NULL,
    EndedAt DATETIME2(3) NULL,
    CONSTRAINT PK_AreaPopulation PRIMARY KEY (LoadId, LineNumber),
    CONSTRAINT FK_AreaPopulation_BenchmarkLoad FOREIGN KEY (LoadId) REFERENCES BenchmarkLoad (LoadId));
