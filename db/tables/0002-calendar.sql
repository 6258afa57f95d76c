-- The working-day calendar, 1990 to 2040, from db/reference/bank-holidays.csv. Working days between two days are a join and a subtraction.

CREATE TABLE Calendar (
    Day DATE NOT NULL,
    IsWorkingDay BIT NOT NULL,
    WorkingDayNumber INT NOT NULL,
    CONSTRAINT PK_Calendar PRIMARY KEY (Day)); -- clustered
