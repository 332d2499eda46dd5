using GpuRisk.Data.Results;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Cli.Runs;

/// <summary>What a run writes of every scenario while it goes. A run that begins again on another device begins these again too.</summary>
internal sealed record KeptTables(ResultFolder Folder, bool Pnl, bool Scenarios)
{
    public PnlTable? BeginPnl(PreparedRun prepared) =>
        Pnl ? PnlTable.Create(Folder, prepared.Book.Positions.Accounts, prepared.Chosen.Count) : null;

    public ScenarioTable? BeginScenarios(PreparedRun prepared)
    {
        ScenarioChoice choice = prepared.Chosen;
        return Scenarios ? ScenarioTable.Create(Folder, choice.Model.Factors, (choice.Model as GivenModel)?.Shocks.Labels) : null;
    }
}
