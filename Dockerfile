# The service in a container: built in one stage, run in another as a user without rights. /data holds the embedded database.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/SafeguardingMetrics/*.csproj src/SafeguardingMetrics/packages.lock.json src/SafeguardingMetrics/
COPY src/SafeguardingMetrics.Simulator/*.csproj src/SafeguardingMetrics.Simulator/packages.lock.json src/SafeguardingMetrics.Simulator/
RUN dotnet restore src/SafeguardingMetrics --locked-mode
COPY db db
COPY src src
RUN dotnet publish src/SafeguardingMetrics --configuration Release --no-restore --output /app && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
ENV URLS=http://+:5080 \
    ConnectionStrings__SafeguardingMetrics="Data Source=/data/safeguarding-metrics.db"
VOLUME /data
EXPOSE 5080
USER $APP_UID
ENTRYPOINT ["dotnet", "SafeguardingMetrics.dll"]
