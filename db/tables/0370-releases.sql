-- What readers of protected figures see. A release is made once, from what was known at its instant, and never changes.

-- The releases of an indicator's months, quarters and financial years, at most three of each, by Number. IsComplete is 0 where a return was
-- missing or held at ReleasedAt, the instant whose knowledge it shows; MadeAt is when the row was written.
CREATE TABLE FigureRelease (
    Indicator NVARCHAR(60) NOT NULL,
    IntervalName NVARCHAR(20) NOT NULL,
    FromDay DATE NOT NULL,
    Number INT NOT NULL,
    ReleaseId CHAR(36) NOT NULL,
    ToDay DATE NOT NULL,
    ReleasedAt DATETIME2(3) NOT NULL,
    IsComplete BIT NOT NULL,
    MadeAt DATETIME2(3) NOT NULL,
    CONSTRAINT PK_FigureRelease PRIMARY KEY (Indicator, IntervalName, FromDay, Number),
    CONSTRAINT UQ_FigureRelease_Id UNIQUE (ReleaseId));

-- One row of a release: what is shown; the true counts at the release (Counted...); and the true counts at the release in which each was
-- renewed last (Numerator, Denominator). Of these two no reader of protected figures sees any. Children is how many are behind events, counted likewise; null where records are the children themselves.
CREATE TABLE ReleasedFigure (
    ReleaseId CHAR(36) NOT NULL,
    Dimension NVARCHAR(20) NOT NULL,
    Member NVARCHAR(120) NOT NULL,
    CountedNumerator DECIMAL(14, 2) NULL,
    CountedDenominator DECIMAL(14, 2) NULL,
    Numerator DECIMAL(14, 2) NULL,
    NumeratorAtLeast DECIMAL(14, 2) NULL,
    NumeratorAtMost DECIMAL(14, 2) NULL,
    Denominator DECIMAL(14, 2) NULL,
    DenominatorAtLeast DECIMAL(14, 2) NULL,
    DenominatorAtMost DECIMAL(14, 2) NULL,
    Children INT NULL,
    Figure DECIMAL(14, 2) NULL,
    P90 DECIMAL(14, 2) NULL,
    AgenciesExpected INT NOT NULL,
    AgenciesReported INT NOT NULL,
    PeriodsDue INT NOT NULL,
    PeriodsCovered INT NOT NULL,
    CONSTRAINT PK_ReleasedFigure PRIMARY KEY (ReleaseId, Dimension, Member),
    CONSTRAINT FK_ReleasedFigure_Release FOREIGN KEY (ReleaseId) REFERENCES FigureRelease (ReleaseId)); -- clustered
